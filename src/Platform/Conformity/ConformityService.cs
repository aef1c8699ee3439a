using System.Collections.Concurrent;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Conformity;

/// <summary>What shows that a content of appendix A is there, where it is no field of a record: a module's page on its own data.</summary>
/// <param name="Section">Item of the appendix.</param>
/// <param name="Contents">Contents of the item that the same data show; they are counted once.</param>
/// <param name="Href">The page.</param>
/// <param name="Count">How many there are, and the newest.</param>
public sealed record Evidence(string Section, IReadOnlyList<string> Contents, string Href, Func<IServiceProvider, CancellationToken, Task<(long Records, DateTime? Newest)>> Count);

/// <summary>Where a content stands.</summary>
public enum Fulfilment
{
    /// <summary>The product has no page for it yet. Never counted as done.</summary>
    NotBuilt,

    /// <summary>The park has switched the item off.</summary>
    Off,

    /// <summary>There is a page, but nothing was entered.</summary>
    Empty,

    /// <summary>There are data.</summary>
    Done,
}

/// <summary>A content of the appendix as it stands in this park.</summary>
public sealed record ContentState(AppendixContent Content, Fulfilment Verdict, string Href, long Records, DateTime? Newest);

/// <summary>An item of the appendix as it stands in this park.</summary>
public sealed record ItemState(AppendixItem Item, Level? Level, bool IsOn, IReadOnlyList<ContentState> Contents)
{
    /// <summary>All contents have data.</summary>
    public bool IsComplete => Contents.All(content => content.Verdict == Fulfilment.Done);
}

/// <summary>The self-check at one moment.</summary>
public sealed record ConformityReport(ParkClass? Class, DateTime At, IReadOnlyList<ItemState> Items)
{
    public int Count(Fulfilment verdict) => Items.Sum(item => item.Contents.Count(content => content.Verdict == verdict));
}

/// <summary>建设符合性: the park's class, what it asks for, and what is there.</summary>
public sealed class ConformityService(IDbContextFactory<ParkDb> databases, RecordTypes types, CustomFields custom, IEnumerable<Evidence> evidence, IServiceProvider services, TimeProvider clock)
{
    private const string ClassSetting = "park.class";
    private const string OffSetting = "modules.off";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Known? _known;

    /// <summary>The park's class and the items that are switched off; read anew every few seconds.</summary>
    public async Task<(ParkClass? Class, IReadOnlySet<string> Off)> Choice(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetUtcNow() - known.At < Freshness)
            return (known.Class, known.Off);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var settings = await db.Set<ParkSetting>().AsNoTracking().Where(one => one.Name == ClassSetting || one.Name == OffSetting).ToDictionaryAsync(one => one.Name, one => one.Value, cancellationToken).ConfigureAwait(false);
        (ParkClass?, IReadOnlySet<string>) choice = (Enum.TryParse<ParkClass>(settings.GetValueOrDefault(ClassSetting), out var chosen) ? chosen : null,
            settings.GetValueOrDefault(OffSetting, "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
        _known = new Known(choice.Item1, choice.Item2, clock.GetUtcNow());
        return choice;
    }

    /// <summary>How strongly this park's class asks for an item; <see langword="null"/> where no class was chosen, or for what is no item.</summary>
    public async Task<Level?> LevelOf(string section, CancellationToken cancellationToken)
    {
        var item = AppendixA.Items.FirstOrDefault(one => one.Section == section);
        var (chosen, _) = await Choice(cancellationToken).ConfigureAwait(false);
        return item is not null && chosen is { } parkClass && item.Levels.TryGetValue(parkClass, out var level) ? level : null;
    }

    public async Task<Outcome<ParkClass>> SetClass(ParkClass parkClass, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Permissions.EditConformity))
            return RecordProblems.Forbidden;
        if (!Enum.IsDefined(parkClass))
            return new Problem("class", "园区类别应为 Ⅰ、Ⅱ、Ⅲ 类之一。");
        await Save(ClassSetting, parkClass.ToString(), cancellationToken).ConfigureAwait(false);
        return parkClass;
    }

    /// <summary>Switches an item on or off; what the class says 应 cannot be switched off.</summary>
    public async Task<Outcome<bool>> Switch(string section, bool isOn, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Permissions.EditConformity))
            return RecordProblems.Forbidden;
        if (!AppendixA.Items.Any(item => item.Section == section))
            return new Problem("not-found", "附录 A 没有这一项。");
        if (!isOn && await LevelOf(section, cancellationToken).ConfigureAwait(false) == Level.Shall)
            return new Problem("shall", "本类园区应配置此项，不能关闭。");
        var (_, off) = await Choice(cancellationToken).ConfigureAwait(false);
        await Save(OffSetting, string.Join(',', (isOn ? off.Where(one => one != section) : off.Append(section)).Distinct().Order(StringComparer.Ordinal)), cancellationToken).ConfigureAwait(false);
        return isOn;
    }

    /// <summary>Every item and content of the appendix, with what is there now.</summary>
    public async Task<ConformityReport> Report(CancellationToken cancellationToken)
    {
        var (chosen, off) = await Choice(cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        // Each opens what it reads by itself; one after another they would take most of the page's time.
        var counted = new ConcurrentDictionary<Evidence, (long Records, DateTime? Newest)>();
        await Parallel.ForEachAsync(evidence, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (one, token) => counted[one] = await one.Count(services, token).ConfigureAwait(false)).ConfigureAwait(false);
        var filled = new Dictionary<(string Section, string Content), ContentState>();
        foreach (var type in types.All)
            await Fields(db, type, filled, cancellationToken).ConfigureAwait(false);
        var items = new List<ItemState>();
        foreach (var item in AppendixA.Items)
        {
            var isOn = !off.Contains(item.Section);
            var contents = new List<ContentState>();
            foreach (var content in item.Contents)
            {
                var state = await StateOf(item, content, filled, counted, cancellationToken).ConfigureAwait(false);
                contents.Add(isOn ? state : state with { Verdict = Fulfilment.Off });
            }

            items.Add(new ItemState(item, chosen is { } parkClass ? item.Levels.GetValueOrDefault(parkClass) : null, isOn, contents));
        }

        return new ConformityReport(chosen, clock.ParkNow(), items);
    }

    /// <summary>Contents that are fields of this type, in each of its items; of two types with the same content the first one counts.</summary>
    private static async Task Fields(ParkDb db, RecordType type, Dictionary<(string Section, string Content), ContentState> filled, CancellationToken cancellationToken)
    {
        foreach (var item in AppendixA.Items.Where(item => type.Sections.Contains(item.Section)))
        {
            var contents = item.Contents.Where(content => !filled.ContainsKey((item.Section, content.Name)))
                .Select(content => (Content: content, Field: type.Fields.FirstOrDefault(field => field.Keeps(item.Section, content.Name))))
                .Where(one => one.Field is not null).ToList();
            if (contents.Count == 0)
                continue;
            var count = await type.Count(db, [.. contents.Select(one => one.Field!)], item.Section, cancellationToken).ConfigureAwait(false);
            foreach (var ((content, _), records) in contents.Zip(count.Filled))
                filled[(item.Section, content.Name)] = new ContentState(content, records > 0 ? Fulfilment.Done : Fulfilment.Empty, type.Href, records, count.Newest);
        }
    }

    private async Task<ContentState> StateOf(AppendixItem item, AppendixContent content, Dictionary<(string Section, string Content), ContentState> filled, IReadOnlyDictionary<Evidence, (long Records, DateTime? Newest)> counted, CancellationToken cancellationToken)
    {
        if (content.Name == AppendixA.FurtherRequirements && types.All.Where(type => type.Sections.Contains(item.Section)).ToList() is { Count: > 0 } ofSection)
        {
            // Further requirements are met by fields that the park adds.
            var own = 0;
            foreach (var type in ofSection)
                own += (await custom.List(type, cancellationToken).ConfigureAwait(false)).Count(field => !field.IsWithdrawn);
            return new ContentState(content, own > 0 ? Fulfilment.Done : Fulfilment.Empty, $"{ofSection[0].Href}/fields", own, null);
        }

        if (filled.TryGetValue((item.Section, content.Name), out var state))
            return state;
        if (evidence.FirstOrDefault(one => one.Section == item.Section && one.Contents.Contains(content.Name)) is not { } shown)
            return new ContentState(content, Fulfilment.NotBuilt, "", 0, null);
        var (records, last) = counted[shown];
        return new ContentState(content, records > 0 ? Fulfilment.Done : Fulfilment.Empty, shown.Href, records, last);
    }

    private async Task Save(string name, string value, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<ParkSetting>().FirstOrDefaultAsync(one => one.Name == name, cancellationToken).ConfigureAwait(false) is { } present)
            present.Value = value;
        else
            db.Add(new ParkSetting { Name = name, Value = value });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        _known = null;
    }

    /// <summary>One object, replaced as a whole: two of them are never read half and half.</summary>
    private sealed record Known(ParkClass? Class, IReadOnlySet<string> Off, DateTimeOffset At);
}
