/** How the talks are held, who approves what they come to, and how a year of it may be made longer. */
export const process = () =>
  ({
    preconditions: {
      accounts: { title: 'the company has opened its books', party: 'union' },
    },
    rounds: {
      'first-meeting': { format: 'direct', mandates: { union: 'explore', company: 'explore' } },
      bargaining: {
        format: 'direct',
        needs: ['accounts'],
        mandates: { union: 'negotiate', company: 'negotiate' },
      },
    },
    ratification: [
      {
        id: 'members',
        label: "a vote of the union's members",
        body: "the union's members",
        rule: { kind: 'majority' },
        objectionDays: 14,
        onFailure: 'talks',
      },
      {
        id: 'board',
        label: "a vote of the company's board",
        body: "the company's board",
        rule: { kind: 'quota', needed: 3, of: 5 },
        onFailure: 'ends',
      },
    ],
    extensions: {
      month: { title: 'a year may be extended once, by a month', days: 30, times: 1 },
    },
  }) as const;
