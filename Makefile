# Thin, named entries: each runs one program, which holds the logic. `make help` lists them.
# INSTANCES, DETACH, INGRESS_PORT and every other setting may stand on the command line.

RUN := infra/tools/with-node
.DEFAULT_GOAL := help
.PHONY: help up down status logs traces limits explain reload api-keys seed observe sourcemaps tools test bench bench-compare capacity load fuzz chaos lighthouse screenshots check fix synth \
  images secrets cluster-up cluster-down kind-up kind-down doctor test-cluster

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

up: ## Run everything: http://localhost:8080 (INSTANCES=3, DETACH=1, INGRESS_PORT=...)
	@infra/local/foreground $(RUN) infra/local/src/commands/up.ts

down: ## Stop what `make up` started
	@$(RUN) infra/local/src/commands/down.ts

status: ## Show each part of the running stack
	@$(RUN) infra/local/src/commands/status.ts

logs: ## Show requests and messages, newest last (FOLLOW=1, PART=envoy)
	@$(RUN) infra/local/src/commands/logs.ts

traces: ## Show the latest traces as trees (TRACE=id for one)
	@$(RUN) infra/local/src/commands/traces.ts

limits: ## Show the rate-limit policies, with RATE_LIMIT_* taken in
	@$(RUN) infra/local/src/commands/limits.ts

explain: ## Show which policies count a request (ARGS='POST /api/auth/login --user ada')
	@$(RUN) infra/local/src/commands/explain.ts $(ARGS)

reload: ## Give the running stack the limits as they are now, without a restart
	@$(RUN) infra/local/src/commands/reload.ts

api-keys: ## Print API_KEYS_FILE as Envoy reads it, for the Secret
	@$(RUN) infra/local/src/commands/api-keys.ts

seed: ## Put the demo account into the running stack (USERS=1000 RECIPES=100000 for made-up ones)
	@$(RUN) infra/local/src/commands/seed.ts

observe: ## Set up OPENOBSERVE_URL: streams, dashboards, alerts (DRY_RUN=1 shows what would change, PRUNE=1 tidies up)
	@$(RUN) infra/openobserve/src/main.ts

sourcemaps: ## Upload the front end's source maps to Sentry (SENTRY_ORG, SENTRY_PROJECT, SENTRY_AUTH_TOKEN)
	@$(RUN) infra/sentry/src/main.ts

tools: ## Install every tool that the other targets need
	@$(RUN) infra/tools/src/main.ts test

test: ## Run every check and test that needs no cluster (ONLY=app/src/recipes for a part)
	@$(RUN) test/src/main.ts

screenshots: ## Photograph every page, at two widths, in light and dark (ONLY=recipe, LOCALE=de)
	@infra/local/foreground $(RUN) test/screenshots/main.ts

check: ## Types, style, dead code
	@$(RUN) node_modules/typescript/bin/tsc --project tsconfig.json
	@$(RUN) node_modules/@biomejs/biome/bin/biome ci .
	@$(RUN) node_modules/knip/bin/knip.js

fix: ## Mend style and formatting
	@$(RUN) node_modules/@biomejs/biome/bin/biome check --write .

synth: ## Write the Kubernetes manifests to dist/<environment>/
	@$(RUN) infra/cdk8s/src/main.ts

doctor: ## Tell what is wrong in a cluster (ENVIRONMENT=staging, NAMESPACE=..., JSON=1)
	@$(RUN) infra/doctor/src/main.ts

bench: ## Measure; prints tables (ONLY=platform, database, exactness, edge, telemetry, compression, redis or scaling)
	@infra/local/foreground $(RUN) test/bench/main.ts

bench-compare: ## Compare a commit with the working tree: processor time and counts (REF=main, ROUNDS=12)
	@infra/local/foreground $(RUN) test/bench/compare/main.ts

capacity: ## Tell what a rate of requests takes, and what ends first (RPS=10000, MIX=list=3,item=1)
	@$(RUN) infra/capacity/src/main.ts

load: ## Put load on a stack of its own (SCENARIO=smoke, users, spike, soak or storm, MINUTES=10); prints tables
	@infra/local/foreground $(RUN) test/load/main.ts

fuzz: ## Try the whole API out with made-up requests on a stack of its own (MINUTES=20)
	@infra/local/foreground $(RUN) test/fuzz/main.ts

chaos: ## Break one part after the other under constant traffic; prints a table (ONLY=redis)
	@infra/local/foreground $(RUN) test/chaos/main.ts

bundle-report: ## Build the front end with and without splitting; prints what each page loads
	@$(RUN) test/bundle/main.ts

lighthouse: ## Ask Lighthouse about the main pages (INGRESS_PORT of a running stack, RUNS=3); prints tables
	@$(RUN) test/lighthouse/main.ts

images: ## Build the app's image, with Docker or buildah
	@$(RUN) infra/images/src/main.ts

secrets: ## Make the Secret's random values where they are missing (ENVIRONMENT=staging)
	@$(RUN) infra/cluster/src/commands/secrets.ts

cluster-up: ## Bring an environment into the cluster of KUBECONFIG (ENVIRONMENT=development)
	@$(RUN) infra/cluster/src/commands/cluster-up.ts

cluster-down: ## Delete the environment's namespace with its data
	@$(RUN) infra/cluster/src/commands/cluster-down.ts

kind-up: ## Make a cluster of kind with the app in it, or bring the newest source into it (needs Docker)
	@$(RUN) infra/cluster/src/commands/kind-up.ts

kind-down: ## Delete the cluster of kind
	@$(RUN) infra/cluster/src/commands/kind-down.ts

test-cluster: ## Check the cluster of KUBECONFIG, and break what breaks in clusters; prints a table (ONLY=kill)
	@infra/local/foreground $(RUN) test/cluster/main.ts
