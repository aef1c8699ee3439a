using System.Collections.Frozen;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>What a park fills in of a field of its own.</summary>
public sealed record CustomFieldInput(string Label, FieldKind Kind, string Unit = "", IReadOnlyList<string>? Choices = null, bool IsRequired = false);

/// <summary>The fields that the park has added, and with them all fields of a type.</summary>
public sealed class CustomFields(IDbContextFactory<ParkDb> databases, RecordTypes types, TimeProvider clock)
{
    public const int MostPerType = 30;

    /// <summary>Another node's change is seen within this time.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly FieldKind[] Kinds = [FieldKind.Text, FieldKind.LongText, FieldKind.Number, FieldKind.Integer, FieldKind.Date, FieldKind.Moment, FieldKind.TimeOfDay, FieldKind.YesNo, FieldKind.Choice];
    private volatile Known? _known;
    private int _changes;

    /// <summary>Those of the description, then those of the park.</summary>
    public async Task<IReadOnlyList<Field>> FieldsOf(RecordType type, CancellationToken cancellationToken)
    {
        if (_known is not { } known || clock.GetUtcNow() - known.At > Freshness)
        {
            var seen = Volatile.Read(ref _changes);
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var own = (await db.Set<CustomField>().AsNoTracking().Where(field => !field.IsWithdrawn).OrderBy(field => field.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(field => field.Type);
            known = new Known(types.All.ToFrozenDictionary(one => one.Name, one => (IReadOnlyList<Field>)[.. one.Fields, .. own[one.Name].Select(FieldOf)]), clock.GetUtcNow());
            // What was read before a change must not outlive it.
            _known = seen == Volatile.Read(ref _changes) ? known : null;
        }

        return known.Fields[type.Name];
    }

    public async Task<IReadOnlyList<CustomField>> List(RecordType type, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<CustomField>().AsNoTracking().Where(field => field.Type == type.Name).OrderBy(field => field.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a field; a required one is asked for with the next change of each record.</summary>
    public async Task<Outcome<CustomField>> Add(RecordType type, CustomFieldInput input, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Security.Permissions.EditCustomFields))
            return RecordProblems.Forbidden;
        var label = input.Label.Trim();
        if (label.Length is 0 or > 50)
            return new Problem("label", "请填写字段名称，至多 50 字。", nameof(input.Label));
        if (!Kinds.Contains(input.Kind))
            return new Problem("kind", "自定义字段可为文本、多行文本、数字、整数、日期、日期时间、时刻、是否、选项。", nameof(input.Kind));
        List<string> choices = [.. (input.Choices ?? []).Select(one => one.Trim()).Where(one => one.Length > 0).Distinct()];
        if (input.Kind == FieldKind.Choice && choices.Count < 2)
            return new Problem("choices", "选项字段至少要有两个选项。", nameof(input.Choices));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var present = await db.Set<CustomField>().Where(field => field.Type == type.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (present.Count(field => !field.IsWithdrawn) >= MostPerType)
            return new Problem("too-many", $"每类档案至多加 {MostPerType} 个字段。");
        if (type.Fields.Any(field => field.Label == label) || present.Any(field => field.Label == label && !field.IsWithdrawn))
            return new Problem("duplicate", $"已有名为“{label}”的字段。", nameof(input.Label));
        var added = new CustomField { Type = type.Name, Name = $"own{present.Count + 1}", Label = label, Kind = input.Kind, Unit = input.Unit.Trim(), Choices = choices, IsRequired = input.IsRequired };
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Changed();
        return added;
    }

    /// <summary>Takes a field out of use; what was entered stays in the records and their history.</summary>
    public async Task<Outcome<CustomField>> Withdraw(int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Security.Permissions.EditCustomFields))
            return RecordProblems.Forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<CustomField>().FirstOrDefaultAsync(field => field.Id == id, cancellationToken).ConfigureAwait(false) is not { } field)
            return new Problem("not-found", "没有这个字段，请刷新。");
        field.IsWithdrawn = true;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Changed();
        return field;
    }

    private void Changed()
    {
        Interlocked.Increment(ref _changes);
        _known = null;
    }

    private static Field FieldOf(CustomField own) => new(own.Name, own.Label, own.Kind)
    {
        Unit = own.Unit,
        Choices = own.Choices,
        IsRequired = own.IsRequired,
        IsListed = false,
        IsFilter = own.Kind != FieldKind.LongText,
        MaxLength = own.Kind == FieldKind.LongText ? 4_000 : 200,
        Part = "园区自定义",
    };

    /// <summary>One object, replaced as a whole: two of them are never read half and half.</summary>
    private sealed record Known(FrozenDictionary<string, IReadOnlyList<Field>> Fields, DateTimeOffset At);
}
