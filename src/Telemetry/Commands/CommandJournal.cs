using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Commands;

/// <summary>Writes the steps of commands to their records.</summary>
internal sealed class CommandJournal(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    public async Task<CommandRecord> Add(CommandRecord record, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return record;
    }

    public async Task Sent(long id, int attempts)
    {
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        await db.Set<CommandRecord>().Where(record => record.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.Attempts, attempts)).ConfigureAwait(false);
    }

    public async Task Accepted(long id, int requestReturn)
    {
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        await db.Set<CommandRecord>().Where(record => record.Id == id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(record => record.State, CommandState.Accepted)
                .SetProperty(record => record.RequestReturn, requestReturn)).ConfigureAwait(false);
    }

    public async Task Ended(long id, CommandState state, string detail, int? requestReturn = null, int? executionReturn = null)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        await db.Set<CommandRecord>().Where(record => record.Id == id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(record => record.State, state)
                .SetProperty(record => record.Detail, detail)
                .SetProperty(record => record.CompletedAt, now)
                .SetProperty(record => record.RequestReturn, record => requestReturn ?? record.RequestReturn)
                .SetProperty(record => record.ExecutionReturn, executionReturn)).ConfigureAwait(false);
    }

    public async Task<CommandRecord?> Find(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<CommandRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Id == id, cancellationToken).ConfigureAwait(false);
    }
}
