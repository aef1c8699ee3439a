using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Notifications.Push;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications;

/// <summary>
/// Makes of notices what each person gets: messages at once, deliveries for the other channels. Whatever the number of notices, a person gets a few
/// of each kind singly and the rest as one.
/// </summary>
internal sealed class NoticeSpreader(JobKit kit, IDbContextFactory<ParkDb> databases, NoticeBoard board, MessageCentre messages, DeliveryQueue queue, IEnumerable<Subscription> builtIn)
    : Job(kit, "notices", "通知分发", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    private const int MostAtOnce = 1_000;
    private const int MostSingly = 5;

    /// <summary>What comes within this time is told together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(800);

    protected override Task Begin(CancellationToken cancellationToken)
    {
        board.Pinned += Wake;
        return Task.CompletedTask;
    }

    protected override Task End()
    {
        board.Pinned -= Wake;
        return Task.CompletedTask;
    }

    protected override async Task Run(CancellationToken cancellationToken)
    {
        await Task.Delay(Gathering, Clock, cancellationToken).ConfigureAwait(false);
        while (await Spread(cancellationToken).ConfigureAwait(false) == MostAtOnce)
        {
            // There may be more.
        }
    }

    /// <returns>Notices taken.</returns>
    private async Task<int> Spread(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await db.Set<Notice>().AnyAsync(notice => notice.SpreadAt == null, cancellationToken).ConfigureAwait(false))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var notices = await db.Set<Notice>().AsNoTracking().Where(notice => notice.SpreadAt == null).OrderBy(notice => notice.Id).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (ids, now) = (notices.Select(notice => notice.Id).ToList(), Clock.UtcNow());
        var taken = await db.Set<Notice>().Where(notice => ids.Contains(notice.Id) && notice.SpreadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SpreadAt, now), cancellationToken).ConfigureAwait(false);
        if (taken != ids.Count)
            return 0; // Another node is at it; without a commit nothing has happened.

        var told = await Tell(db, notices, now, cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
        queue.Wake();
        return notices.Count;
    }

    private async Task<IReadOnlyList<int>> Tell(ParkDb db, List<Notice> notices, DateTime now, CancellationToken cancellationToken)
    {
        var rules = await db.Set<NotificationRule>().AsNoTracking().Where(rule => rule.IsOff != true).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Subscription> subscriptions = [.. builtIn, .. rules.Select(NotificationRuleType.SubscriptionOf)];
        var browsers = (await db.Set<PushSubscription>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.AccountId, one => one.Id);
        var told = new List<int>();
        foreach (var person in await Recipient.All(db, cancellationToken).ConfigureAwait(false))
        {
            var own = subscriptions.Where(one => one.Channel != ChannelKind.Robot && one.IsFor(person)).ToList();
            var seen = notices.Where(person.MaySee).ToList();
            foreach (var channel in new[] { ChannelKind.Messages, ChannelKind.Push, ChannelKind.Mail, ChannelKind.Sms })
            {
                // What is meant for one person alone reaches them whatever they subscribe to, and nobody else.
                var wanted = seen.Where(notice => notice.AccountId is { } one ? one == person.AccountId && channel != ChannelKind.Sms : own.Exists(each => each.Channel == channel && each.Wants(notice))).ToList();
                if (wanted.Count == 0)
                    continue;
                var addresses = channel switch
                {
                    ChannelKind.Mail => person.Mail.Length > 0 ? [person.Mail] : [],
                    ChannelKind.Sms => person.Phone.Length > 0 ? [person.Phone] : [],
                    ChannelKind.Push => browsers[person.AccountId].Select(id => id.ToString(CultureInfo.InvariantCulture)),
                    _ => Enumerable.Empty<string>(),
                };
                foreach (var (title, text, href, level) in Gathered(wanted))
                {
                    if (channel == ChannelKind.Messages)
                        told.AddRange(messages.Add(db, [person.AccountId], title, text, href));
                    db.AddRange(addresses.Select(address => New(channel, person.AccountId, address, title, text, href, level, now)));
                }
            }
        }

        foreach (var robot in subscriptions.Where(one => one.Channel == ChannelKind.Robot).GroupBy(one => one.Robot))
        {
            var wanted = notices.Where(notice => notice.AccountId is null && robot.Any(one => one.Wants(notice))).ToList();
            db.AddRange(Gathered(wanted).Select(one => New(ChannelKind.Robot, null, robot.Key, one.Title, one.Text, one.Href, one.Level, now)));
        }

        return told;
    }

    /// <summary>What is asked of a person does not drown in what only happens: each kind of event by itself.</summary>
    private static IEnumerable<(string Title, string Text, string Href, int Level)> Gathered(List<Notice> notices) =>
        notices.GroupBy(notice => notice.Event).OrderBy(kind => kind.Min(notice => notice.Level)).SelectMany(kind => OfKind([.. kind]));

    /// <summary>A few singly; of many the most urgent singly and all others counted by enterprise.</summary>
    private static IEnumerable<(string Title, string Text, string Href, int Level)> OfKind(List<Notice> notices)
    {
        var ordered = notices.OrderBy(notice => notice.Level).ThenByDescending(notice => notice.Id).ToList();
        var singly = ordered.Count <= MostSingly ? ordered : ordered.GetRange(0, MostSingly - 1);
        foreach (var notice in singly)
            yield return (notice.Title, notice.Text, notice.Href, notice.Level);
        if (singly.Count == ordered.Count)
            yield break;
        var rest = ordered.GetRange(singly.Count, ordered.Count - singly.Count);
        var groups = rest.GroupBy(notice => notice.Group).OrderByDescending(group => group.Count()).ToList();
        var named = string.Join("，", groups.Take(10).Select(group => $"{(group.Key.Length > 0 ? group.Key : "其他")} {group.Count()} 条"));
        yield return ($"另有 {rest.Count} 条通知", $"{named}{(groups.Count > 10 ? $"，等 {groups.Count} 处" : "")}。", rest[0].GroupHref, rest[0].Level);
    }

    private static Delivery New(ChannelKind channel, int? account, string address, string title, string text, string href, int level, DateTime now) => new()
    {
        Channel = channel,
        AccountId = account,
        Address = address,
        Title = title,
        Text = text,
        Href = href,
        Level = level,
        At = now,
        DueAt = now,
    };
}
