# The app with the built front end, and what sets OpenObserve up. Built by `make images` from the root of the repository:
#   docker build -f infra/images/app.Dockerfile -t recipe-book/app:TAG .
# Base images come by their tags alone, so that a registry of one's own can stand in for them.
ARG NODE_VERSION=26.10.0

FROM node:${NODE_VERSION}-bookworm-slim AS packages
# The file in the base image with the authorities that vouch for a registry of one's own.
ARG NODE_EXTRA_CA_CERTS=
ENV NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS}
ENV npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
WORKDIR /srv
COPY package.json package-lock.json ./

FROM packages AS front-end
# npm's own variable; not given, npm asks the public registry.
ARG NPM_CONFIG_REGISTRY
COPY web/package.json web/
COPY app/package.json app/
COPY infra/settings/package.json infra/settings/
RUN npm install --no-save --include=dev --workspace @recipe-book/web
# What the service worker answers with, as Envoy does; and the schemas and the arithmetic that the app has too.
COPY infra/envoy/src/filters/security-headers.ts infra/envoy/src/filters/
COPY app/src app/src
COPY web web
RUN cd web && NODE_ENV=production ../node_modules/.bin/vite build --logLevel warn
COPY infra/images/src/same-sbom.ts /tmp/
ARG CREATED=1970-01-01T00:00:00Z
# npm's list is in the lock file: here everything for building is installed as well.
RUN npm sbom --package-lock-only --omit=dev --sbom-format=cyclonedx --workspace @recipe-book/web \
  | node /tmp/same-sbom.ts >sbom-web.cdx.json

FROM packages AS server
ARG NPM_CONFIG_REGISTRY
COPY app/package.json app/
COPY infra/settings/package.json infra/settings/
COPY infra/envoy/package.json infra/envoy/
COPY infra/otel-collector/package.json infra/otel-collector/
COPY infra/openobserve/package.json infra/openobserve/
# Only what runs is installed and listed: without this, npm counts what is for development as missing.
RUN npm pkg delete devDependencies workspaces \
  && npm pkg set 'workspaces[0]=app' 'workspaces[1]=infra/settings' \
    'workspaces[2]=infra/envoy' 'workspaces[3]=infra/otel-collector' \
    'workspaces[4]=infra/openobserve' \
  && npm pkg delete devDependencies --workspaces
RUN npm install --no-save --omit=dev --ignore-scripts
COPY infra/images/src/same-sbom.ts /tmp/
ARG CREATED=1970-01-01T00:00:00Z
RUN npm sbom --omit=dev --sbom-format=cyclonedx | node /tmp/same-sbom.ts >sbom.cdx.json
COPY infra/settings/src infra/settings/src
# What sets OpenObserve up, with the names that it needs and nothing else of Envoy and the Collector.
COPY infra/envoy/src/metrics/names.ts infra/envoy/src/metrics/
COPY infra/otel-collector/src/pipeline/long-answers.ts infra/otel-collector/src/pipeline/
COPY infra/otel-collector/src/web/schema.ts infra/otel-collector/src/web/
COPY infra/openobserve/src infra/openobserve/src
COPY app/src app/src

FROM node:${NODE_VERSION}-bookworm-slim
ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="Recipe Book" \
      org.opencontainers.image.description="The API of Recipe Book and its front end" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
# What only installs packages is not needed to run, and would have to be patched.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* /usr/local/bin/yarn*
COPY --from=server /srv /srv
COPY --from=front-end /srv/web/dist /srv/web/dist
COPY --from=front-end /srv/sbom-web.cdx.json /srv/
ENV NODE_ENV=production WEB_ROOT=/srv/web/dist
WORKDIR /srv
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/node"]
CMD ["--import", "./app/src/telemetry/register.ts", "app/src/main.ts"]
