/** Texts that are edited: every sort of statement, comments in odd places, texts with signs in them, and a mistake or two. */
export const town = `/** A town. */ import "parts.meter"
design town "Town" {
  version "1" /* within */
  profile x1332
}
// zones
zone home "Homes { }" is customer-premises
zone street is neighbourhood-network   zone office is back-office
component meter "A \\"meter\\"" is smart-meter in home {
  count = 10
  stores reads // behind
  control secure-boot planned for 2027-06-30
}
component box is data-concentrator
  in street
component hes is head-end in office { uses hsm-fips-140-3 }
data reads is interval-consumption { retention = 13 months }
link plc: meter <-> box over g3-plc
link wan: box -> hes over lte, tls-1.3
  opened by box
/* over
   lines */
flow reading is scheduled-reading: meter -> box -> hes
  carries reads over dlms-suite-1 from meter to hes
accept comm-availability on reading until 2027-01-01
  because "It is // known"
define component own-kind is smart-meter { note "n" }
define control own "Own" {
  implies encryption
}
cite iso-27001 "A.1" for comm-availability
`;

export const parts = `zone yard is customer-premises
component pump is relay in yard
link way: pump <-> meter over lte
flow half: pump ->
define requirement house-rule "Rule" {
  category integrity
  severity low
  applies to component where is own-kind
    needs own
  because "b" guidance "g"
}
`;
