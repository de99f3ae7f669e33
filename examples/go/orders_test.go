// Tests of a stack: who can do what, and that mistakes are refused.
//
//	go test ./...
package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0/bindings/client"
)

func ordersApi() auth0.ResourceServer {
	stack := auth0.Testing_Stack(jsii.String("orders"))
	auth0.NewAuth0Provider(stack, jsii.String("auth0"), nil)
	api := auth0.NewResourceServer(stack, jsii.String("Orders"), &auth0.ResourceServerProps{
		Identifier: jsii.String("https://api.example.com/orders"),
		Scopes: &map[string]*string{
			"read:orders":  jsii.String("Read orders"),
			"write:orders": jsii.String("Create and change orders"),
		},
	})
	worker := client.NewClient(stack, jsii.String("Worker"), &client.ClientConfig{Name: jsii.String("Worker")})
	api.Grant(worker.ClientId(), jsii.Strings("read:orders"), nil)
	return api
}

// refusal returns the text of the panic, which is how Go gets an error.
func refusal(program func()) (text string) {
	defer func() {
		if recovered := recover(); recovered != nil {
			text = fmt.Sprint(recovered)
		}
	}()
	program()
	return ""
}

func texts(list *[]*string) string {
	all := []string{}
	for _, one := range *list {
		all = append(all, *one)
	}
	return strings.Join(all, " ")
}

func TestTheWorkerReadsOrdersAndNoMore(t *testing.T) {
	orders := ordersApi()
	access := auth0.Access_Of(orders.Resource().CdktfStack())
	worker := access.Client("Worker", "")
	if scopes := texts(worker.Scopes(orders)); scopes != "read:orders" {
		t.Errorf("scopes: %s", scopes)
	}
	if !*worker.Can(jsii.String("read:orders"), orders).IsAllowed {
		t.Error("the worker must read orders")
	}
	if answer := worker.Can(jsii.String("write:orders"), orders); *answer.IsAllowed || *answer.IsUnknown {
		t.Error("the worker must not change orders")
	}
	if clients := texts(access.Api(orders).Clients(jsii.String("read:orders"), "")); clients != "orders/Worker" {
		t.Errorf("clients: %s", clients)
	}
}

func TestTheJson(t *testing.T) {
	orders := ordersApi()
	resource := *auth0.Testing_Synth(orders.Resource().CdktfStack()).Resource(orders)
	if lifetime := resource["token_lifetime"]; lifetime != float64(3600) {
		t.Errorf("token_lifetime: %v", lifetime)
	}
}

func TestMistakesAreRefusedWithAllThatIsWrong(t *testing.T) {
	text := refusal(func() {
		auth0.NewResourceServer(auth0.Testing_Stack(nil), jsii.String("Payments"), &auth0.ResourceServerProps{
			Identifier:          jsii.String(""),
			Name:                jsii.String("Payments <beta>"),
			TokenLifetime:       auth0.Duration_Minutes(jsii.Number(10)),
			TokenLifetimeForWeb: auth0.Duration_Hours(jsii.Number(2)),
			ProofOfPossession: auth0.ProofOfPossession_Mtls(&auth0.ProofOfPossessionOptions{
				RequiredFor: auth0.ProofOfPossessionRequiredFor_PUBLIC_CLIENTS,
			}),
		})
	})
	if strings.Count(text, "is not valid") != 1 {
		t.Errorf("the text must arrive once: %s", text)
	}
	found := []string{}
	for _, violation := range *auth0.Errors_ViolationsOf(text) {
		found = append(found, *violation.Rule+" "+*violation.Path)
	}
	want := "identifier-empty Identifier; name-angle-brackets Name; " +
		"web-lifetime-gt-lifetime TokenLifetimeForWeb; pop-mtls-all-clients ProofOfPossession.RequiredFor"
	if all := strings.Join(found, "; "); all != want {
		t.Errorf("found %s", all)
	}
	if message := *(*auth0.Errors_ViolationsOf(text))[2].Message; !strings.HasPrefix(message, "TokenLifetimeForWeb must not be greater than TokenLifetime") {
		t.Errorf("message: %s", message)
	}
}

func TestAMisspelledScopeIsRefusedAtSynth(t *testing.T) {
	orders := ordersApi()
	orders.Grant(jsii.String("other"), jsii.Strings("raed:orders"), nil)
	text := refusal(func() { auth0.Testing_Synth(orders.Resource().CdktfStack()) })
	found := *auth0.Errors_ViolationsOf(text)
	if len(found) != 1 || *found[0].Rule != "scope-not-on-api" || *found[0].Path != "orders/Orders/Grant-other" {
		t.Fatalf("found in %s", text)
	}
	if !strings.Contains(*found[0].Message, "did you mean 'read:orders'?") {
		t.Errorf("message: %s", *found[0].Message)
	}
}

func TestASecretIsNotShown(t *testing.T) {
	text := refusal(func() {
		auth0.NewResourceServer(auth0.Testing_Stack(nil), jsii.String("Orders"), &auth0.ResourceServerProps{
			Identifier:    jsii.String("https://orders"),
			SigningAlg:    auth0.SigningAlg_HS256(),
			SigningSecret: auth0.SigningSecret_UnsafePlainText(jsii.String("hunter2")),
		})
	})
	if len(*auth0.Errors_ViolationsOf(text)) == 0 || strings.Contains(text, "hunter2") {
		t.Errorf("refused with: %s", text)
	}
}
