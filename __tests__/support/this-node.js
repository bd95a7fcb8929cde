import process from 'node:process';

// Read where the bundle's tests choose the Node that runs the action.
process.env.BUNDLE_UNDER = 'this-node';
