import { kindConfig } from './config.ts';

it('leads a port of this machine, and of no other, to the app', () => {
  expect(kindConfig(30_080, 8080)).toMatchObject({
    name: 'recipe-book',
    nodes: [
      {
        extraPortMappings: [{ containerPort: 30_080, hostPort: 8080, listenAddress: '127.0.0.1' }],
      },
    ],
  });
});
