using System.Globalization;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>The next free batch code of an enterprise on a day.</summary>
public sealed class BatchCodes(IDbContextFactory<ParkDb> databases)
{
    public async Task<string> Next(int enterprise, string stage, bool isHazardous, DateOnly day, CancellationToken cancellationToken)
    {
        var prefix = LedgerStage.Code(stage, isHazardous, day, 0)[..^3];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var last = await db.Set<WasteEntry>().AsNoTracking().Where(one => one.EnterpriseId == enterprise && one.Code.StartsWith(prefix)).OrderByDescending(one => one.Code.Length).ThenByDescending(one => one.Code)
            .Select(one => one.Code).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var number = last is not null && int.TryParse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var used) ? used + 1 : 1;
        return LedgerStage.Code(stage, isHazardous, day, number);
    }
}
