# The service: bot, tab and jobs in one process. It keeps nothing on disk, so the root file system may be read-only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY webpack.config.js tsconfig.json ./
COPY src src
RUN npm run build -- --config-name tab

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The optional packages are Node itself, for machines that have an older one.
RUN npm ci --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/tab dist/tab
COPY package.json ./
COPY manifest manifest
COPY src/domain src/domain
COPY src/usecases src/usecases
COPY src/graph src/graph
COPY src/documents src/documents
COPY src/bot src/bot
COPY src/admin src/admin
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/bot/main.ts"]
