// A busy machine is slow, not wrong: waits end as soon as what they wait for is there.
jest.setTimeout(60_000)
// Fluent hides the rest of the page behind an open dialog, and draws slowly in jsdom.
if (typeof document !== 'undefined') {
  require('@testing-library/react').configure({ asyncUtilTimeout: 15_000, defaultHidden: true })
}
