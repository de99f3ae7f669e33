// Much of what the library has, in one stack.
//
//   mvn -q compile exec:java -Dexec.mainClass=orders.Main
package orders;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktfauth0.*;
import io.github.cdktfauth0.bindings.client.Client;
import java.util.List;
import java.util.Map;

public class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "shop");
    new Auth0Provider(stack, "auth0");

    ResourceServer orders = ResourceServer.Builder.create(stack, "Orders")
        .identifier("https://api.example.com/orders")
        .name("Orders")
        .scopes(Map.of("write:orders", "Create and change orders", "read:orders", "Read orders"))
        .enforcePolicies(true)
        .build();
    Client worker = Client.Builder.create(stack, "Worker").name("Worker").appType("non_interactive").build();
    orders.grant(worker.getClientId(), List.of("read:orders"));
    orders.addScope("delete:orders", "Delete orders");

    // access tokens that are bound to a key of the application (DPoP), and approved transactions
    ResourceServer.Builder.create(stack, "Transfers")
        .identifier("https://api.example.com/transfers")
        .tokenLifetime(Duration.minutes(15))
        .consentPolicy(ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA)
        .authorizationDetails(AuthorizationDetails.types(List.of("payment", "transfer")))
        .subjectTypeAuthorization(SubjectTypeAuthorization.builder().user(UserPolicy.ALLOW_ALL).build())
        .proofOfPossession(ProofOfPossession.dpop(ProofOfPossessionOptions.builder()
            .requiredFor(ProofOfPossessionRequiredFor.PUBLIC_CLIENTS)
            .build()))
        .build();

    // encrypted access tokens
    EncryptionKey key = EncryptionKey.fromPemFile("encryption-key.pem");
    ResourceServer.Builder.create(stack, "Health")
        .identifier("https://api.example.com/health")
        .tokenEncryption(TokenEncryption.compactNestedJwe(key, EncryptionKeyOptions.builder().kid(key.getThumbprint()).build()))
        .build();

    // a shared secret that comes in at apply
    TerraformVariable secret = TerraformVariable.Builder.create(stack, "signing_secret").type("string").sensitive(true).build();
    ResourceServer.Builder.create(stack, "Legacy")
        .identifier("https://api.example.com/legacy")
        .signingAlg(SigningAlg.HS256)
        .signingSecret(SigningSecret.fromVariable(secret))
        .build();

    // what users may do
    Role clerk = Role.Builder.create(stack, "Clerk").name("Orders clerk").build();
    clerk.allow(orders, List.of("read:orders", "write:orders"));
    Client shop = Client.Builder.create(stack, "Shop").name("Shop").appType("spa").build();
    orders.grant(shop.getClientId(), List.of("read:orders", "write:orders"),
        ClientGrantOptions.builder().subjectType(SubjectType.USER).build());

    // what exists already, and Auth0's own API
    IResourceServer ledger = ResourceServer.fromIdentifier(stack, "Ledger", "https://api.example.com/ledger");
    ledger.grant(worker.getClientId(), List.of("read:entries"));
    IResourceServer management = ResourceServer.fromManagementApi(stack, "Management", "tenant.eu.auth0.com");
    management.grant(worker.getClientId(), List.of("read:users"));

    // settings that the library does not have
    orders.getResource().addOverride("token_dialect", "access_token");
    orders.getResource().setLifecycle(TerraformResourceLifecycle.builder().preventDestroy(true).build());

    app.synth();
  }
}
