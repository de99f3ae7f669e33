# Much of what the library has, in one stack.
#
#   python3 -m venv .venv
#   .venv/bin/pip install -r requirements.txt
#   .venv/bin/python main.py

import cdktf_auth0 as auth0
from cdktf import App, TerraformResourceLifecycle, TerraformStack, TerraformVariable

app = App()
stack = TerraformStack(app, "shop")
auth0.Auth0Provider(stack, "auth0")

orders = auth0.ResourceServer(
    stack,
    "Orders",
    identifier="https://api.example.com/orders",
    name="Orders",
    scopes={"write:orders": "Create and change orders", "read:orders": "Read orders"},
    enforce_policies=True,
)
worker = auth0.bindings.client.Client(stack, "Worker", name="Worker", app_type="non_interactive")
orders.grant(worker.client_id, ["read:orders"])
orders.add_scope("delete:orders", "Delete orders")

# access tokens that are bound to a key of the application (DPoP), and approved transactions
auth0.ResourceServer(
    stack,
    "Transfers",
    identifier="https://api.example.com/transfers",
    token_lifetime=auth0.Duration.minutes(15),
    consent_policy=auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    authorization_details=auth0.AuthorizationDetails.types(["payment", "transfer"]),
    subject_type_authorization=auth0.SubjectTypeAuthorization(user=auth0.UserPolicy.ALLOW_ALL),
    proof_of_possession=auth0.ProofOfPossession.dpop(required_for=auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS),
)

# encrypted access tokens
key = auth0.EncryptionKey.from_pem_file("encryption-key.pem")
auth0.ResourceServer(
    stack,
    "Health",
    identifier="https://api.example.com/health",
    token_encryption=auth0.TokenEncryption.compact_nested_jwe(key, kid=key.thumbprint),
)

# a shared secret that comes in at apply
secret = TerraformVariable(stack, "signing_secret", type="string", sensitive=True)
auth0.ResourceServer(
    stack,
    "Legacy",
    identifier="https://api.example.com/legacy",
    signing_alg=auth0.SigningAlg.HS256,
    signing_secret=auth0.SigningSecret.from_variable(secret),
)

# what users may do
clerk = auth0.Role(stack, "Clerk", name="Orders clerk")
clerk.allow(orders, ["read:orders", "write:orders"])
shop = auth0.bindings.client.Client(stack, "Shop", name="Shop", app_type="spa")
orders.grant(shop.client_id, ["read:orders", "write:orders"], subject_type=auth0.SubjectType.USER)

# what exists already, and Auth0's own API
ledger = auth0.ResourceServer.from_identifier(stack, "Ledger", "https://api.example.com/ledger")
ledger.grant(worker.client_id, ["read:entries"])
management = auth0.ResourceServer.from_management_api(stack, "Management", "tenant.eu.auth0.com")
management.grant(worker.client_id, ["read:users"])

# settings that the library does not have
orders.resource.add_override("token_dialect", "access_token")
orders.resource.lifecycle = TerraformResourceLifecycle(prevent_destroy=True)

app.synth()
