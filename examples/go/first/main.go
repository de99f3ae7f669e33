// The first program of the README.
//
//	go mod tidy
//	go run ./first
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
	stack := cdktf.NewTerraformStack(app, jsii.String("orders"))
	auth0.NewAuth0Provider(stack, jsii.String("auth0"), nil) // AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET from the environment

	orders := auth0.NewResourceServer(stack, jsii.String("Orders"), &auth0.ResourceServerProps{
		Identifier: jsii.String("https://api.example.com/orders"),
		Name:       jsii.String("Orders"),
		Scopes: &map[string]*string{
			"read:orders":  jsii.String("Read orders"),
			"write:orders": jsii.String("Create and change orders"),
		},
	})

	worker := client.NewClient(stack, jsii.String("Worker"), &client.ClientConfig{
		Name:    jsii.String("Worker"),
		AppType: jsii.String("non_interactive"),
	})
	orders.Grant(worker.ClientId(), jsii.Strings("read:orders"), nil)

	app.Synth()
}
