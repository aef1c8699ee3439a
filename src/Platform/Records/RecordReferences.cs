using EcoPark.Platform.Data;

namespace EcoPark.Platform.Records;

/// <summary>What records refer to something: asked before it is deleted.</summary>
public sealed class RecordReferences(RecordTypes types)
{
    /// <summary>In words, such as “2 条排口联网备案”; <see langword="null"/> where nothing refers to it.</summary>
    /// <param name="db">The context.</param>
    /// <param name="target">Name of the <see cref="IReferenceTarget"/>.</param>
    /// <param name="id">Which of it.</param>
    /// <param name="countsDeleted">Deleted records count too, as their foreign keys do: for what is really taken out of its table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> To(ParkDb db, string target, int id, bool countsDeleted, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var type in types.All)
        {
            var count = 0;
            foreach (var field in type.Fields)
            {
                if (field.ValueFor(target, id) is { } value)
                    count += await type.CountWith(db, field, value, countsDeleted, cancellationToken).ConfigureAwait(false);
                foreach (var column in field.Rows?.Fields ?? [])
                {
                    if (column.ValueFor(target, id) is { } inside)
                        count += await field.Rows!.CountWith(db, column, inside, countsDeleted, cancellationToken).ConfigureAwait(false);
                }
            }

            if (count > 0)
                found.Add($"{count} 条{type.Title}{(countsDeleted ? "（含已删除的）" : "")}");
        }

        return found.Count == 0 ? null : string.Join('、', found);
    }
}
