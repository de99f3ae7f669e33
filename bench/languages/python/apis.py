# Creates and synthesizes APIs with safe defaults: python apis.py <ours|raw> <apis>

import sys

import cdktf_auth0 as auth0
from cdktf import App, TerraformStack

library, count = sys.argv[1], int(sys.argv[2])
names = [f"read:thing-{index:04}" for index in range(10)]
scopes = {name: f"May {name}" for name in names}

app = App()
stack = TerraformStack(app, "bench")
auth0.Auth0Provider(stack, "auth0")

bindings = auth0.bindings
api = bindings.resource_server
for index in range(count):
    identifier, name = f"https://api.example.com/{index}", f"Api {index}"
    if library == "ours":
        ours = auth0.ResourceServer(stack, f"Api{index}", identifier=identifier, name=name, scopes=scopes)
        ours.grant(f"client-{index}", names[:2])
    else:
        raw = api.ResourceServer(
            stack,
            f"Api{index}",
            identifier=identifier,
            name=name,
            allow_offline_access=False,
            authorization_details=[api.ResourceServerAuthorizationDetails(disable=True)],
            consent_policy="null",
            enforce_policies=True,
            proof_of_possession=api.ResourceServerProofOfPossession(disable=True),
            signing_alg="RS256",
            skip_consent_for_verifiable_first_party_clients=False,
            subject_type_authorization=api.ResourceServerSubjectTypeAuthorization(
                client=api.ResourceServerSubjectTypeAuthorizationClient(policy="require_client_grant"),
                user=api.ResourceServerSubjectTypeAuthorizationUser(policy="require_client_grant"),
            ),
            token_dialect="rfc9068_profile_authz",
            token_encryption=api.ResourceServerTokenEncryption(disable=True),
            token_lifetime=3600,
            token_lifetime_for_web=3600,
        )
        own = bindings.resource_server_scopes.ResourceServerScopes(
            stack,
            f"Api{index}Scopes",
            resource_server_identifier=raw.identifier,
            scopes=[
                bindings.resource_server_scopes.ResourceServerScopesScopes(name=one, description=f"May {one}") for one in names
            ],
        )
        bindings.client_grant.ClientGrant(
            stack,
            f"Api{index}Grant",
            audience=own.resource_server_identifier,
            client_id=f"client-{index}",
            scopes=names[:2],
            subject_type="client",
            organization_usage="deny",
            allow_any_organization=False,
        )

app.synth()
