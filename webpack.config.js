import { fileURLToPath } from 'node:url'
import path from 'node:path'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import TerserPlugin from 'terser-webpack-plugin'

const root = path.dirname(fileURLToPath(import.meta.url))

/** One browser bundle: `tab` is the product, `host` is the local tenant's Teams window. */
function bundle(name, entry, template, title, publicPath) {
  return (_env, argv) => {
    const production = argv.mode !== 'development'
    return {
      name,
      mode: production ? 'production' : 'development',
      target: ['web', 'es2022'],
      entry,
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
      plugins: [new HtmlWebpackPlugin({ title, template, scriptLoading: 'defer' })],
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
  bundle('tab', './src/tab/main.tsx', './src/tab/index.html', 'Follow-Through', '/tab/'),
  bundle('host', './src/localtenant/host/main.tsx', './src/localtenant/host/index.html', 'Local tenant', '/'),
]
