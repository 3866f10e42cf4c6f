import path from 'node:path'
import { fileURLToPath } from 'node:url'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import TerserPlugin from 'terser-webpack-plugin'

const root = path.dirname(fileURLToPath(import.meta.url))

/**
 * One browser bundle: `tab` is the product, `host` is the local tenant's Teams window.
 * `pages` maps a chunk to its entry, template, title and file; each page loads its own chunk only.
 */
function bundle(name, publicPath, pages) {
  return (_env, argv) => {
    const production = argv.mode !== 'development'
    return {
      name,
      mode: production ? 'production' : 'development',
      target: ['web', 'es2022'],
      entry: Object.fromEntries(Object.entries(pages).map(([chunk, page]) => [chunk, page.entry])),
      devtool: production ? false : 'source-map',
      output: {
        path: path.join(root, 'dist', name),
        publicPath,
        filename: production ? '[name].[contenthash:8].js' : '[name].js',
        chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
        clean: true,
      },
      resolve: { extensions: ['.tsx', '.ts', '.js'], extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
      module: {
        rules: [
          {
            test: /\.tsx?$/,
            exclude: /node_modules/,
            use: {
              loader: 'swc-loader',
              options: {
                jsc: {
                  target: 'es2022',
                  parser: { syntax: 'typescript', tsx: true },
                  transform: { react: { runtime: 'automatic' } },
                },
              },
            },
          },
          { test: /\.css$/, type: 'asset/source' },
        ],
      },
      plugins: Object.entries(pages).map(
        ([chunk, { template, title, filename }]) =>
          new HtmlWebpackPlugin({ title, template, filename, chunks: [chunk], scriptLoading: 'defer' }),
      ),
      optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify })] },
      performance: { hints: false },
      cache: {
        type: 'filesystem',
        name: `${name}-${argv.mode ?? 'production'}`,
        buildDependencies: { config: [fileURLToPath(import.meta.url)] },
      },
      stats: 'errors-warnings',
    }
  }
}

export default [
  bundle('tab', '/tab/', {
    main: {
      entry: './src/tab/main.tsx',
      template: './src/tab/index.html',
      title: 'Follow-Through',
      filename: 'index.html',
    },
    signIn: {
      entry: './src/tab/signInRelay.ts',
      template: './src/tab/signIn.html',
      title: 'Sign in – Follow-Through',
      filename: 'sign-in.html',
    },
    signedIn: {
      entry: './src/tab/signedIn.ts',
      template: './src/tab/signedIn.html',
      title: 'Signed in – Follow-Through',
      filename: 'signed-in.html',
    },
  }),
  bundle('host', '/', {
    main: {
      entry: './src/localtenant/host/main.tsx',
      template: './src/localtenant/host/index.html',
      title: 'Local tenant',
      filename: 'index.html',
    },
  }),
]
