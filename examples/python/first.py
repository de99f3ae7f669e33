# The first program of the README.
#
#   python3 -m venv .venv
#   .venv/bin/pip install -r requirements.txt
#   .venv/bin/python first.py

import cdktf_auth0 as auth0
from cdktf import App, TerraformStack

app = App()
stack = TerraformStack(app, "orders")
auth0.Auth0Provider(stack, "auth0")  # AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET from the environment

orders = auth0.ResourceServer(
    stack,
    "Orders",
    identifier="https://api.example.com/orders",
    name="Orders",
    scopes={
        "read:orders": "Read orders",
        "write:orders": "Create and change orders",
    },
)

worker = auth0.bindings.client.Client(stack, "Worker", name="Worker", app_type="non_interactive")
orders.grant(worker.client_id, ["read:orders"])

app.synth()
