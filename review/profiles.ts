export { requirementsOf } from '../language/model/profiles.js';
