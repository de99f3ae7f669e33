import { Group, lines } from './example';

export const EXISTING_THINGS: Group = {
  title: 'Existing things',
  text: 'What is looked up, described or imported.',
  examples: {
    'tenant-domain': {
      why: 'The library makes the identifier of the API from the domain. With a protocol or a path in it, the identifier would be wrong.',
      wrong: "auth0.ResourceServer.fromManagementApi(stack, 'Management', 'https://tenant.eu.auth0.com');",
      right: "auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com');",
    },
    'existing-id-empty': {
      why: 'Terraform cannot import without an id. In the example, an environment variable is not set.',
      wrong: "clerk.importFrom(process.env.CLERK_ROLE_ID ?? '');",
      right: "clerk.importFrom('rol_4RtBz8LmYq2KdN6w');",
    },
    'import-safe-defaults': {
      why: 'Applications that use the API may get no tokens after the next apply, or tokens with other claims.',
      wrong: "orders.importFrom('665f1c2a9b3e4d0012345678');",
      right: lines(
        "orders.importFrom('665f1c2a9b3e4d0012345678');",
        "auth0.Checks.of(orders).acknowledge({ id: 'import-safe-defaults', reason: 'the plan changes nothing that is in use' });",
      ),
    },
  },
};
