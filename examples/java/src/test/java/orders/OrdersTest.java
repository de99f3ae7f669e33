// Tests of a stack: who can do what, and that mistakes are refused.
//
//   mvn -q test
package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdktfauth0.*;
import io.github.cdktfauth0.bindings.client.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static ResourceServer ordersApi() {
    var stack = Testing.stack("orders");
    new Auth0Provider(stack, "auth0");
    ResourceServer api = ResourceServer.Builder.create(stack, "Orders")
        .identifier("https://api.example.com/orders")
        .scopes(Map.of("read:orders", "Read orders", "write:orders", "Create and change orders"))
        .build();
    Client worker = Client.Builder.create(stack, "Worker").name("Worker").appType("non_interactive").build();
    api.grant(worker.getClientId(), List.of("read:orders"));
    return api;
  }

  @Test
  void theWorkerReadsOrdersAndNoMore() {
    ResourceServer orders = ordersApi();
    Access access = Access.of(orders.getResource().getCdktfStack());
    ClientAccess worker = access.client("Worker");
    assertEquals(List.of("read:orders"), worker.scopes(orders));
    assertTrue(worker.can("read:orders", orders).getIsAllowed());
    AccessAnswer answer = worker.can("write:orders", orders);
    assertFalse(answer.getIsAllowed());
    assertFalse(answer.getIsUnknown());
    assertEquals(List.of("orders/Worker"), access.api(orders).clients("read:orders"));
  }

  @Test
  void theJson() {
    ResourceServer orders = ordersApi();
    Synthesized synthesized = Testing.synth(orders.getResource().getCdktfStack());
    assertEquals(3600, ((Number) synthesized.resource(orders).get("token_lifetime")).intValue());
  }

  @Test
  void mistakesAreRefusedWithAllThatIsWrong() {
    ProofOfPossession mtls = ProofOfPossession.mtls(ProofOfPossessionOptions.builder()
        .requiredFor(ProofOfPossessionRequiredFor.PUBLIC_CLIENTS)
        .build());
    RuntimeException refusal = assertThrows(RuntimeException.class, () ->
        ResourceServer.Builder.create(Testing.stack(), "Payments")
            .identifier("")
            .name("Payments <beta>")
            .tokenLifetime(Duration.minutes(10))
            .tokenLifetimeForWeb(Duration.hours(2))
            .proofOfPossession(mtls)
            .build());
    List<Violation> found = Errors.violationsOf(refusal.getMessage());
    assertEquals(
        List.of("identifier-empty", "name-angle-brackets", "web-lifetime-gt-lifetime", "pop-mtls-all-clients"),
        found.stream().map(Violation::getRule).toList());
    assertEquals(
        List.of("identifier", "name", "tokenLifetimeForWeb", "proofOfPossession.requiredFor"),
        found.stream().map(Violation::getPath).toList());
    assertEquals("identifier must not be empty", found.get(0).getMessage());
  }

  @Test
  void aMisspelledScopeIsRefusedAtSynth() {
    ResourceServer orders = ordersApi();
    orders.grant("other", List.of("raed:orders"));
    RuntimeException refusal = assertThrows(RuntimeException.class, () -> Testing.synth(orders.getResource().getCdktfStack()));
    List<Violation> found = Errors.violationsOf(refusal.getMessage());
    assertEquals(1, found.size());
    assertEquals("scope-not-on-api", found.get(0).getRule());
    assertEquals("orders/Orders/Grant-other", found.get(0).getPath());
    assertTrue(found.get(0).getMessage().contains("did you mean 'read:orders'?"));
  }

  @Test
  void aSecretIsNotShown() {
    RuntimeException refusal = assertThrows(RuntimeException.class, () ->
        ResourceServer.Builder.create(Testing.stack(), "Orders")
            .identifier("https://orders")
            .signingAlg(SigningAlg.HS256)
            .signingSecret(SigningSecret.unsafePlainText("hunter2"))
            .build());
    assertFalse(Errors.violationsOf(refusal.getMessage()).isEmpty());
    assertFalse(refusal.getMessage().contains("hunter2"));
  }
}
