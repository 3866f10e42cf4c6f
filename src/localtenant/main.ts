const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 15)) {
  console.error(`The local tenant needs Node 22.15 or later, and this is ${process.versions.node}.`)
  process.exit(1)
}
const { fileURLToPath } = await import('node:url')
const { run } = await import('./run.ts')
await run(fileURLToPath(new URL('../../dist/host', import.meta.url)))

export {}
