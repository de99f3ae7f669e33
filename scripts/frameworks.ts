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
}

/** The framework that the sources are written for. */
export const CDKTF: Framework = { name: 'cdktf', title: 'CDK for Terraform', version: '0.21.0', constructs: '^10.4.2' };

/** A fork of CDKTF. The library is built for it from the same sources (see twin.ts). */
export const CDKTN: Framework = {
  name: 'cdktn',
  title: 'CDK Terrain',
  version: '0.24.0',
  constructs: '>=10.6.0 <10.8.0',
};
