module example.com/orders

go 1.25

require (
	github.com/aws/constructs-go/constructs/v10 v10.6.0
	github.com/aws/jsii-runtime-go v1.128.0
	github.com/cdktf-auth0/cdktf-auth0-go/auth0 v0.1.0
	github.com/hashicorp/terraform-cdk-go/cdktf v0.21.0
)
