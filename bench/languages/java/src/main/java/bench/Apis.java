// Creates and synthesizes APIs with safe defaults: java bench.Apis <ours|raw> <apis>
package bench;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktfauth0.Auth0Provider;
import io.github.cdktfauth0.bindings.client_grant.ClientGrant;
import io.github.cdktfauth0.bindings.resource_server.*;
import io.github.cdktfauth0.bindings.resource_server_scopes.*;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Apis {
  public static void main(String[] args) {
    boolean ours = args[0].equals("ours");
    int count = Integer.parseInt(args[1]);
    List<String> names = IntStream.range(0, 10).mapToObj(index -> String.format("read:thing-%04d", index)).toList();
    Map<String, String> scopes = names.stream().collect(Collectors.toMap(name -> name, name -> "May " + name));

    App app = new App();
    TerraformStack stack = new TerraformStack(app, "bench");
    new Auth0Provider(stack, "auth0");
    for (int index = 0; index < count; index++) {
      String identifier = "https://api.example.com/" + index;
      if (ours) {
        io.github.cdktfauth0.ResourceServer.Builder.create(stack, "Api" + index)
            .identifier(identifier).name("Api " + index).scopes(scopes).build()
            .grant("client-" + index, names.subList(0, 2));
        continue;
      }
      ResourceServer api = ResourceServer.Builder.create(stack, "Api" + index)
          .identifier(identifier)
          .name("Api " + index)
          .allowOfflineAccess(false)
          .authorizationDetails(List.of(ResourceServerAuthorizationDetails.builder().disable(true).build()))
          .consentPolicy("null")
          .enforcePolicies(true)
          .proofOfPossession(ResourceServerProofOfPossession.builder().disable(true).build())
          .signingAlg("RS256")
          .skipConsentForVerifiableFirstPartyClients(false)
          .subjectTypeAuthorization(ResourceServerSubjectTypeAuthorization.builder()
              .client(ResourceServerSubjectTypeAuthorizationClient.builder().policy("require_client_grant").build())
              .user(ResourceServerSubjectTypeAuthorizationUser.builder().policy("require_client_grant").build())
              .build())
          .tokenDialect("rfc9068_profile_authz")
          .tokenEncryption(ResourceServerTokenEncryption.builder().disable(true).build())
          .tokenLifetime(3600)
          .tokenLifetimeForWeb(3600)
          .build();
      ResourceServerScopes own = ResourceServerScopes.Builder.create(stack, "Api" + index + "Scopes")
          .resourceServerIdentifier(api.getIdentifier())
          .scopes(names.stream().map(name -> ResourceServerScopesScopes.builder().name(name).description("May " + name).build()).toList())
          .build();
      ClientGrant.Builder.create(stack, "Api" + index + "Grant")
          .audience(own.getResourceServerIdentifier())
          .clientId("client-" + index)
          .scopes(names.subList(0, 2))
          .subjectType("client")
          .organizationUsage("deny")
          .allowAnyOrganization(false)
          .build();
    }
    app.synth();
  }
}
