// Creates and synthesizes APIs with safe defaults: apis <ours|raw> <apis>
package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0/bindings/clientgrant"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0/bindings/resourceserver"
	"github.com/cdktf-auth0/cdktf-auth0-go/auth0/bindings/resourceserverscopes"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()
	count, _ := strconv.Atoi(os.Args[2])
	names := []string{}
	scopes := map[string]*string{}
	blocks := []*resourceserverscopes.ResourceServerScopesScopes{}
	for index := 0; index < 10; index++ {
		name := fmt.Sprintf("read:thing-%04d", index)
		names = append(names, name)
		scopes[name] = jsii.String("May " + name)
		blocks = append(blocks, &resourceserverscopes.ResourceServerScopesScopes{Name: jsii.String(name), Description: scopes[name]})
	}

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("bench"))
	auth0.NewAuth0Provider(stack, jsii.String("auth0"), nil)
	for index := 0; index < count; index++ {
		id := fmt.Sprintf("Api%d", index)
		identifier := jsii.Sprintf("https://api.example.com/%d", index)
		name := jsii.Sprintf("Api %d", index)
		client := jsii.Sprintf("client-%d", index)
		if os.Args[1] == "ours" {
			api := auth0.NewResourceServer(stack, jsii.String(id), &auth0.ResourceServerProps{Identifier: identifier, Name: name, Scopes: &scopes})
			api.Grant(client, jsii.Strings(names[:2]...), nil)
			continue
		}
		api := resourceserver.NewResourceServer(stack, jsii.String(id), &resourceserver.ResourceServerConfig{
			Identifier:           identifier,
			Name:                 name,
			AllowOfflineAccess:   false,
			AuthorizationDetails: []*resourceserver.ResourceServerAuthorizationDetails{{Disable: true}},
			ConsentPolicy:        jsii.String("null"),
			EnforcePolicies:      true,
			ProofOfPossession:    &resourceserver.ResourceServerProofOfPossession{Disable: true},
			SigningAlg:           jsii.String("RS256"),
			SkipConsentForVerifiableFirstPartyClients: false,
			SubjectTypeAuthorization: &resourceserver.ResourceServerSubjectTypeAuthorization{
				Client: &resourceserver.ResourceServerSubjectTypeAuthorizationClient{Policy: jsii.String("require_client_grant")},
				User:   &resourceserver.ResourceServerSubjectTypeAuthorizationUser{Policy: jsii.String("require_client_grant")},
			},
			TokenDialect:        jsii.String("rfc9068_profile_authz"),
			TokenEncryption:     &resourceserver.ResourceServerTokenEncryption{Disable: true},
			TokenLifetime:       jsii.Number(3600),
			TokenLifetimeForWeb: jsii.Number(3600),
		})
		own := resourceserverscopes.NewResourceServerScopes(stack, jsii.String(id+"Scopes"), &resourceserverscopes.ResourceServerScopesConfig{
			ResourceServerIdentifier: api.Identifier(),
			Scopes:                   blocks,
		})
		clientgrant.NewClientGrant(stack, jsii.String(id+"Grant"), &clientgrant.ClientGrantConfig{
			Audience:             own.ResourceServerIdentifier(),
			ClientId:             client,
			Scopes:               jsii.Strings(names[:2]...),
			SubjectType:          jsii.String("client"),
			OrganizationUsage:    jsii.String("deny"),
			AllowAnyOrganization: false,
		})
	}
	app.Synth()
}
