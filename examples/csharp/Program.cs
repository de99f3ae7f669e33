// The first program of the README. It has never been compiled: no machine of the project has .NET.
//
//   dotnet add package HashiCorp.Cdktf
//   dotnet add package CdktfAuth0
//   dotnet run

using System.Collections.Generic;
using CdktfAuth0;
using CdktfAuth0.Bindings.Client;
using HashiCorp.Cdktf;

var app = new App();
var stack = new TerraformStack(app, "orders");
new CdktfAuth0.Auth0Provider(stack, "auth0"); // AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET from the environment

var orders = new ResourceServer(stack, "Orders", new ResourceServerProps
{
    Identifier = "https://api.example.com/orders",
    Name = "Orders",
    Scopes = new Dictionary<string, string>
    {
        ["read:orders"] = "Read orders",
        ["write:orders"] = "Create and change orders",
    },
});

var worker = new Client(stack, "Worker", new ClientConfig { Name = "Worker", AppType = "non_interactive" });
orders.Grant(worker.ClientId, new[] { "read:orders" });

app.Synth();
