// Sources import each other as `./x.js` (what plain node needs after the build); here that file is `./x.ts`.
// Packages are left alone: some ship a .ts beside the .js they mean.
const isOurSource = (options) => !options.basedir.includes('node_modules');

module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && isOurSource(options)) {
    try {
      return options.defaultResolver(request.replace(/\.js$/, '.ts'), options);
    } catch {
      // A plain JavaScript file of ours: resolved below under its own name.
    }
  }
  return options.defaultResolver(request, options);
};
