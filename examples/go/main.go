// Much of what the library has, in one stack.
//
//	go mod tidy
//	go run .
package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0/bindings/client"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("shop"))
	auth0.NewAuth0Provider(stack, jsii.String("auth0"), nil)

	orders := auth0.NewResourceServer(stack, jsii.String("Orders"), &auth0.ResourceServerProps{
		Identifier: jsii.String("https://api.example.com/orders"),
		Name:       jsii.String("Orders"),
		Scopes: &map[string]*string{
			"write:orders": jsii.String("Create and change orders"),
			"read:orders":  jsii.String("Read orders"),
		},
		EnforcePolicies: true,
	})
	worker := client.NewClient(stack, jsii.String("Worker"), &client.ClientConfig{
		Name:    jsii.String("Worker"),
		AppType: jsii.String("non_interactive"),
	})
	orders.Grant(worker.ClientId(), jsii.Strings("read:orders"), nil)
	orders.AddScope(jsii.String("delete:orders"), jsii.String("Delete orders"))

	// access tokens that are bound to a key of the application (DPoP), and approved transactions
	auth0.NewResourceServer(stack, jsii.String("Transfers"), &auth0.ResourceServerProps{
		Identifier:               jsii.String("https://api.example.com/transfers"),
		TokenLifetime:            auth0.Duration_Minutes(jsii.Number(15)),
		ConsentPolicy:            auth0.ConsentPolicy_TRANSACTIONAL_AUTHORIZATION_WITH_MFA(),
		AuthorizationDetails:     auth0.AuthorizationDetails_Types(jsii.Strings("payment", "transfer")),
		SubjectTypeAuthorization: &auth0.SubjectTypeAuthorization{User: auth0.UserPolicy_ALLOW_ALL},
		ProofOfPossession: auth0.ProofOfPossession_Dpop(&auth0.ProofOfPossessionOptions{
			RequiredFor: auth0.ProofOfPossessionRequiredFor_PUBLIC_CLIENTS,
		}),
	})

	// encrypted access tokens
	key := auth0.EncryptionKey_FromPemFile(jsii.String("encryption-key.pem"), nil)
	auth0.NewResourceServer(stack, jsii.String("Health"), &auth0.ResourceServerProps{
		Identifier:      jsii.String("https://api.example.com/health"),
		TokenEncryption: auth0.TokenEncryption_CompactNestedJwe(key, &auth0.EncryptionKeyOptions{Kid: key.Thumbprint()}),
	})

	// a shared secret that comes in at apply
	secret := cdktf.NewTerraformVariable(stack, jsii.String("signing_secret"), &cdktf.TerraformVariableConfig{
		Type:      jsii.String("string"),
		Sensitive: jsii.Bool(true),
	})
	auth0.NewResourceServer(stack, jsii.String("Legacy"), &auth0.ResourceServerProps{
		Identifier:    jsii.String("https://api.example.com/legacy"),
		SigningAlg:    auth0.SigningAlg_HS256(),
		SigningSecret: auth0.SigningSecret_FromVariable(secret),
	})

	// what users may do
	clerk := auth0.NewRole(stack, jsii.String("Clerk"), &auth0.RoleProps{Name: jsii.String("Orders clerk")})
	clerk.Allow(orders, jsii.Strings("read:orders", "write:orders"))
	shop := client.NewClient(stack, jsii.String("Shop"), &client.ClientConfig{
		Name:    jsii.String("Shop"),
		AppType: jsii.String("spa"),
	})
	orders.Grant(shop.ClientId(), jsii.Strings("read:orders", "write:orders"), &auth0.ClientGrantOptions{
		SubjectType: auth0.SubjectType_USER,
	})

	// what exists already, and Auth0's own API
	ledger := auth0.ResourceServer_FromIdentifier(stack, jsii.String("Ledger"), jsii.String("https://api.example.com/ledger"), nil)
	ledger.Grant(worker.ClientId(), jsii.Strings("read:entries"), nil)
	management := auth0.ResourceServer_FromManagementApi(stack, jsii.String("Management"), jsii.String("tenant.eu.auth0.com"), nil)
	management.Grant(worker.ClientId(), jsii.Strings("read:users"), nil)

	// settings that the library does not have
	orders.Resource().AddOverride(jsii.String("token_dialect"), "access_token")
	orders.Resource().SetLifecycle(&cdktf.TerraformResourceLifecycle{PreventDestroy: jsii.Bool(true)})

	app.Synth()
}
