/** Stands in for react-devtools-core, which Ink asks for only in development. */
export default { initialize: () => undefined, connectToDevTools: () => undefined };
