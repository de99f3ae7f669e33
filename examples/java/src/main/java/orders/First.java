// The first program of the README.
//
//   mvn -q compile exec:java
package orders;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktfauth0.Auth0Provider;
import io.github.cdktfauth0.ResourceServer;
import io.github.cdktfauth0.bindings.client.Client;
import java.util.List;
import java.util.Map;

public class First {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "orders");
    new Auth0Provider(stack, "auth0"); // AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET from the environment

    ResourceServer orders = ResourceServer.Builder.create(stack, "Orders")
        .identifier("https://api.example.com/orders")
        .name("Orders")
        .scopes(Map.of("read:orders", "Read orders", "write:orders", "Create and change orders"))
        .build();

    Client worker = Client.Builder.create(stack, "Worker").name("Worker").appType("non_interactive").build();
    orders.grant(worker.getClientId(), List.of("read:orders"));

    app.synth();
  }
}
