import { DefaultValueConverter, type ValueType } from 'langium';
import { cleanText } from './clean-text.js';

/** Texts of users are cleaned where they enter. */
export class CleanTexts extends DefaultValueConverter {
  protected override runConverter(...[rule, input, node]: Parameters<DefaultValueConverter['runConverter']>): ValueType {
    const value = super.runConverter(rule, input, node);
    return typeof value === 'string' && rule.name === 'STRING' ? cleanText(value) : value;
  }
}
