# Tests of a stack: who can do what, and that mistakes are refused.
#
#   .venv/bin/pytest

import cdktf_auth0 as auth0
import pytest


def orders_api() -> auth0.ResourceServer:
    stack = auth0.Testing.stack("orders")
    auth0.Auth0Provider(stack, "auth0")
    api = auth0.ResourceServer(
        stack,
        "Orders",
        identifier="https://api.example.com/orders",
        scopes={"read:orders": "Read orders", "write:orders": "Create and change orders"},
    )
    worker = auth0.bindings.client.Client(stack, "Worker", name="Worker", app_type="non_interactive")
    api.grant(worker.client_id, ["read:orders"])
    return api


def test_the_worker_reads_orders_and_no_more() -> None:
    orders = orders_api()
    access = auth0.Access.of(orders.resource.cdktf_stack)
    worker = access.client("Worker")
    assert worker.scopes(orders) == ["read:orders"]
    assert worker.can("read:orders", orders).is_allowed
    answer = worker.can("write:orders", orders)
    assert not answer.is_allowed and not answer.is_unknown
    assert access.api(orders).clients("read:orders") == ["orders/Worker"]


def test_the_json() -> None:
    orders = orders_api()
    synthesized = auth0.Testing.synth(orders.resource.cdktf_stack)
    assert synthesized.resource(orders)["token_lifetime"] == 3600


def test_mistakes_are_refused_with_all_that_is_wrong() -> None:
    with pytest.raises(RuntimeError) as refusal:
        auth0.ResourceServer(
            auth0.Testing.stack(),
            "Payments",
            identifier="",
            name="Payments <beta>",
            token_lifetime=auth0.Duration.minutes(10),
            token_lifetime_for_web=auth0.Duration.hours(2),
            proof_of_possession=auth0.ProofOfPossession.mtls(required_for=auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS),
        )
    text = str(refusal.value)
    assert text.count("is not valid") == 1
    assert [(found.rule, found.path, found.message) for found in auth0.Errors.violations_of(text)] == [
        ("identifier-empty", "identifier", "identifier must not be empty"),
        ("name-angle-brackets", "name", "name must not contain '<' or '>', but 'Payments <beta>' was given"),
        (
            "web-lifetime-gt-lifetime",
            "token_lifetime_for_web",
            "token_lifetime_for_web must not be greater than token_lifetime (600 seconds), but 7200 was given",
        ),
        (
            "pop-mtls-all-clients",
            "proof_of_possession.required_for",
            "proof_of_possession.required_for must be 'all_clients' with mTLS, but 'public_clients' was given",
        ),
    ]


def test_a_misspelled_scope_is_refused_at_synth() -> None:
    orders = orders_api()
    orders.grant("other", ["raed:orders"])
    with pytest.raises(RuntimeError) as refusal:
        auth0.Testing.synth(orders.resource.cdktf_stack)
    [found] = auth0.Errors.violations_of(str(refusal.value))
    assert (found.rule, found.path) == ("scope-not-on-api", "orders/Orders/Grant-other")
    assert "did you mean 'read:orders'?" in found.message


def test_a_wrong_type_is_refused() -> None:
    with pytest.raises(TypeError, match="signing_alg"):
        auth0.ResourceServer(auth0.Testing.stack(), "Orders", identifier="https://orders", signing_alg="RS256")  # type: ignore[arg-type]


def test_a_secret_is_not_shown() -> None:
    with pytest.raises(RuntimeError) as refusal:
        auth0.ResourceServer(
            auth0.Testing.stack(),
            "Orders",
            identifier="https://orders",
            signing_alg=auth0.SigningAlg.HS256,
            signing_secret=auth0.SigningSecret.unsafe_plain_text("hunter2"),
        )
    assert auth0.Errors.violations_of(str(refusal.value)) != []
    assert "hunter2" not in str(refusal.value)
