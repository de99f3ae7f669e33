/** A framework that the library is built for. */
export interface Framework {
  /** The name of its package. Our package for it is `<name>-auth0`. */
  readonly name: string;
  /** Its full name. */
  readonly title: string;
  /** The version that the library is developed with. Users can have any compatible version. */
  readonly version: string;
  /** The range of `constructs` versions that it accepts. */
  readonly constructs: string;
  /** What it is called in other languages. */
  readonly names: Names;
}

/** Names in other languages. */
export interface Names {
  readonly java: string;
  readonly maven: { readonly groupId: string; readonly artifactId: string };
  /** The Go module without the name of the package, which follows after a slash. */
  readonly go: string;
  readonly goPackage: string;
  readonly dotnet: string;
}

/** The owner of our packages on the hosts of other languages. */
export const OWNER = 'cdktf-auth0';

/** What our package for a framework is called in other languages, beside `<name>-auth0`. In Python it is `<name>_auth0`. */
export function ourNames({ name }: Framework): Names {
  return {
    java: `io.github.${name}auth0`,
    maven: { groupId: `io.github.${OWNER}`, artifactId: `${name}-auth0` },
    go: `github.com/${OWNER}/${name}-auth0-go`,
    goPackage: 'auth0',
    dotnet: `${name[0].toUpperCase()}${name.slice(1)}Auth0`,
  };
}

/** The targets of jsii for our package. */
export function targetsOf(framework: Framework): object {
  const { java, maven, go, goPackage, dotnet } = ourNames(framework);
  return {
    python: { distName: `${framework.name}-auth0`, module: `${framework.name}_auth0` },
    java: { package: java, maven },
    go: { moduleName: go, packageName: goPackage },
    dotnet: { namespace: dotnet, packageId: dotnet },
  };
}

/** The framework that the sources are written for. */
export const CDKTF: Framework = {
  name: 'cdktf',
  title: 'CDK for Terraform',
  version: '0.21.0',
  constructs: '^10.4.2',
  names: {
    java: 'com.hashicorp.cdktf',
    maven: { groupId: 'com.hashicorp', artifactId: 'cdktf' },
    go: 'github.com/hashicorp/terraform-cdk-go',
    goPackage: 'cdktf',
    dotnet: 'HashiCorp.Cdktf',
  },
};

/** A fork of CDKTF. The library is built for it from the same sources (see twin.ts). */
export const CDKTN: Framework = {
  name: 'cdktn',
  title: 'CDK Terrain',
  version: '0.24.0',
  constructs: '>=10.6.0 <10.8.0',
  names: {
    java: 'io.cdktn.cdktn',
    maven: { groupId: 'io.cdktn', artifactId: 'cdktn' },
    go: 'github.com/open-constructs/cdk-terrain-go',
    goPackage: 'cdktn',
    dotnet: 'Io.Cdktn',
  },
};
