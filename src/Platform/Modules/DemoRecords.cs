using System.Globalization;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Modules;

/// <summary>Enters the invented park's records through the same service as everybody's, so with checks, history and audit.</summary>
public sealed class DemoRecords(RecordService records, RecordTypes types)
{
    /// <param name="type">Name of the record type.</param>
    /// <param name="values">Values by the names of its fields.</param>
    /// <param name="token">Ends it.</param>
    /// <param name="effective">Day from which they hold, <c>yyyy-MM-dd</c>.</param>
    /// <returns>Id of what was entered.</returns>
    public async Task<int> Add(string type, Dictionary<string, object?> values, CancellationToken token, string? effective = null)
    {
        DateOnly? from = effective is null ? null : DateOnly.Parse(effective, CultureInfo.InvariantCulture);
        var saved = await records.Save(types[type], null, values, null, from, token).ConfigureAwait(false);
        return saved.Saved?.Id ?? throw new InvalidOperationException($"{type}: {string.Join(' ', saved.Problems.Select(problem => problem.Message))}");
    }
}
