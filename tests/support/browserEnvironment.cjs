const { TestEnvironment } = require('jest-environment-jsdom')

/** jsdom with the parts of Node that teams-js, MSAL and Fluent expect; the network is off. */
class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    const names = [
      'Request',
      'Response',
      'Headers',
      'TextEncoder',
      'TextDecoder',
      'structuredClone',
      'ReadableStream',
      'TransformStream',
      'AbortController',
      'AbortSignal',
    ]
    for (const name of names) this.global[name] = globalThis[name]
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true })
    this.global.fetch = async (url) => {
      throw new TypeError(`network is off: ${url}`)
    }
    this.global.BroadcastChannel = class {
      postMessage() {}
      addEventListener() {}
      removeEventListener() {}
      close() {}
    }
    this.global.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    }
    this.global.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} })
  }
}

module.exports = BrowserEnvironment
