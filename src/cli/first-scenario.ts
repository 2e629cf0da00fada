/** The file that `init` writes: a small deal that is whole, with a remark on each of its parts. */
export function firstScenario(schema: string, reported: string): string {
  return `# yaml-language-server: $schema=${schema}
#
# A first scenario: two neighbours share a lake. Change it into your own deal, one part
# after the other, and ask after each whether it still stands:
#   sticking-points validate FILE
# Everything here is invented.

id: lake
title: Fishing on the lake

# What everything rests on that says nothing else: reported, or assumed by you.
basis: reported

# Where it is reported. A date may be a day or a month.
sources:
  gazette: { outlet: The Gazette, date: '${reported}' }

# Who bargains, by an id of your own and a label.
parties:
  north: { label: the northern town }
  south: { label: the southern town }

# What is to be settled: a quantity, a flag (yes or no), or a choice.
terms:
  catch:
    kind: quantity
    label: catch of the north
    unit: tonnes
    bounds: { most: 100 } # no offer gives more; without it, some questions have no end
  observer:
    kind: flag
    label: an observer on board
  season:
    kind: choice
    label: the season
    options: { spring: spring only, year: all year }

# What each asks. A red line is not given up, a demand may be, a preference never blocks.
# How firm a position is was rarely reported: a bare word counts as assumed.
positions:
  enough:
    party: north
    title: enough to live on
    rigidity: demand
    condition: { kind: compare, of: catch, op: '>=', line: 40 }
    citations: [{ source: gazette, attribution: official-statement }]
  limit:
    party: south
    title: no more than the lake can bear
    rigidity: red line
    condition: { kind: compare, of: catch, op: '<=', line: 60 }
    citations: [{ source: gazette, attribution: on-record }]
  watched:
    party: south
    title: an observer on board
    rigidity: demand
    condition: { kind: flag, of: observer, is: true }
    citations: [{ source: gazette, attribution: party-source, by: a delegate of the south }]

# What was put forward. A partial offer is known only as far as it was reported: what it
# does not say is open. Of a full one the whole text is at hand.
offers:
  first:
    label: First offer
    by: [south]
    known: partial
    terms: { catch: 30, observer: true }
    citations: [{ source: gazette, attribution: narrator }]
  second:
    label: Second offer
    by: [north]
    known: partial
    terms:
      catch: { wording: between, from: 45, to: 55 } # also: about, at least, some ...
    citations: [{ source: gazette, attribution: narrator }]
`;
}
