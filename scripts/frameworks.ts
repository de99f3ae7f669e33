/** A framework that the library is built for. */
export interface Framework {
  /** Its package. The library's own is `<name>-auth0`. */
  readonly name: string;
  /** As its users call it. */
  readonly title: string;
  /** The version that the library is developed with; a user may have any that is compatible with it. */
  readonly version: string;
  /** The versions of `constructs` that it accepts. */
  readonly constructs: string;
}

/** The sources are written for this one. */
export const CDKTF: Framework = { name: 'cdktf', title: 'CDK for Terraform', version: '0.21.0', constructs: '^10.4.2' };

/** Its fork. The library is built for it from the same sources (twin.ts). */
export const CDKTN: Framework = {
  name: 'cdktn',
  title: 'CDK Terrain',
  version: '0.24.0',
  constructs: '>=10.6.0 <10.8.0',
};
