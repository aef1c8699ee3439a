using EcoPark.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Data;

/// <summary>Asks the database every two seconds whether it is there.</summary>
internal sealed class DatabasePulse(JobKit kit, IDbContextFactory<ParkDb> databases, DatabaseState state)
    : Job(kit, "database-pulse", "数据库连通检查", JobSchedule.Every(TimeSpan.FromSeconds(2)))
{
    /// <summary>One that hangs is as good as away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await databases.CreateDbContextAsync(patience.Token).ConfigureAwait(false);
            await db.Database.ExecuteSqlRawAsync("SELECT 1", patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DatabaseSilentException($"数据库在 {Patience.TotalSeconds:0} 秒内没有应答。", exception);
        }

        state.Answered();
    }
}

/// <summary>The database took the question and gave no answer.</summary>
public sealed class DatabaseSilentException(string message, Exception inner) : System.Data.Common.DbException(message, new TimeoutException(message, inner));
