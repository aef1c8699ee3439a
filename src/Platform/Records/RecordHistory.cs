using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>One save of a record, with what it changed.</summary>
public sealed record RevisionView(int Revision, DateOnly EffectiveFrom, DateTime At, string By, string Action, IReadOnlyList<RevisionChange> Changes);

/// <summary>A field before and after.</summary>
public sealed record RevisionChange(string Label, string Before, string After);

/// <summary>How a record came to be what it is, and what was true on a day.</summary>
public sealed class RecordHistory(IDbContextFactory<ParkDb> databases, CustomFields custom, RecordReader reader)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Newest first. Empty for records that the actor may not see; an enterprise sees what was saved while the record was its own, also after it has gone to another.</summary>
    public async Task<Page<RevisionView>> Of(RecordType type, int id, int skip, int take, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.View))
            return new Page<RevisionView>([], 0);
        var isVisible = await IsVisible(type, id, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var all = Own(db.Set<RecordRevision>().AsNoTracking().Where(one => one.Type == type.Name && one.RecordId == id), isVisible);
        var total = await all.LongCountAsync(cancellationToken).ConfigureAwait(false);
        // One more than shown: the last of the page is compared with the one before it.
        var revisions = await all.OrderByDescending(one => one.Revision).Skip(skip).Take(take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var texts = await reader.Texts(type, [.. revisions.Select(one => Restore(fields, one.Content))], cancellationToken).ConfigureAwait(false);
        var views = new List<RevisionView>();
        for (var at = 0; at < Math.Min(take, revisions.Count); at++)
        {
            var (now, before) = (revisions[at], at + 1 < revisions.Count ? revisions[at + 1] : null);
            var (after, earlier) = (texts[at], before is null ? new Dictionary<string, string>() : texts[at + 1]);
            var changes = fields.Where(field => after.GetValueOrDefault(field.Name) != earlier.GetValueOrDefault(field.Name) || (field.Kind == FieldKind.Shape && ShapeOf(now, field) != ShapeOf(before, field)))
                .Select(field => new RevisionChange(field.Heading, earlier.GetValueOrDefault(field.Name, ""), after.GetValueOrDefault(field.Name, ""))).ToList();
            views.Add(new RevisionView(now.Revision, now.EffectiveFrom, now.At, now.By, now.Action, changes));
        }

        return new Page<RevisionView>(views, total);
    }

    /// <summary>What the record said on a day: the latest revision whose day had come. <see langword="null"/> where there was none, or it was deleted by then.</summary>
    public async Task<(int Revision, IReadOnlyDictionary<string, object?> Values, IReadOnlyDictionary<string, string> Texts)?> On(RecordType type, int id, DateOnly day, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.View))
            return null;
        var isVisible = await IsVisible(type, id, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var revision = await db.Set<RecordRevision>().AsNoTracking().Where(one => one.Type == type.Name && one.RecordId == id && one.EffectiveFrom <= day)
            .OrderByDescending(one => one.Revision).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (revision is null or { Action: "删除" } || !IsOwn(revision, isVisible))
            return null;
        var values = Restore(await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false), revision.Content);
        return (revision.Revision, values, await reader.Texts(type, values, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>All described values of a record as JSON.</summary>
    internal static string ContentOf(RecordType type, Record record)
    {
        var values = type.Fields.Where(field => !field.IsDerived && field.Get(record) is not null).ToDictionary(field => field.Name, field => FieldText.Stored(field.Get(record)!));
        foreach (var (name, text) in record.Custom)
            values[name] = text;
        return JsonSerializer.Serialize(values, Json);
    }

    internal static Dictionary<string, object?> Restore(IReadOnlyList<Field> fields, string content)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(content)!;
        return fields.Where(field => texts.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => FieldText.Restore(field, texts[field.Name]));
    }

    /// <summary>What is no enterprise's goes with the record itself.</summary>
    private static IQueryable<RecordRevision> Own(IQueryable<RecordRevision> all, bool isVisible)
    {
        if (Actor.Current.EnterpriseId is not { } own)
            return isVisible ? all : all.Where(one => false);
        return all.Where(one => one.EnterpriseId == own || (isVisible && one.EnterpriseId == null));
    }

    private static bool IsOwn(RecordRevision revision, bool isVisible) => Actor.Current.EnterpriseId is { } own ? revision.EnterpriseId == own || (isVisible && revision.EnterpriseId is null) : isVisible;

    private static string? ShapeOf(RecordRevision? revision, Field field) => revision is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(revision.Content)!.GetValueOrDefault(field.Name);

    private async Task<bool> IsVisible(RecordType type, int id, CancellationToken cancellationToken) =>
        await reader.Find(type, id, cancellationToken).ConfigureAwait(false) is not null || await reader.Find(type, id, cancellationToken, isDeleted: true).ConfigureAwait(false) is not null;
}
