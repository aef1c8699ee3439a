using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Jobs;

/// <summary>Who does a job that only one node may do, and until when.</summary>
public sealed class Lease
{
    public required string Job { get; set; }

    public required string Holder { get; set; }

    public DateTime HeldUntil { get; set; }
}

/// <summary>Gives each job to one of several nodes; when a node dies its lease runs out and another takes over.</summary>
public sealed class Leases(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Takes the job, or keeps it.</summary>
    /// <param name="job">Name of the job.</param>
    /// <param name="holder">Name of this node.</param>
    /// <param name="duration">How long it is held; take it again before.</param>
    /// <returns>False where another node holds it.</returns>
    public async Task<bool> Take(string job, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var taken = await db.Set<Lease>().Where(lease => lease.Job == job && (lease.Holder == holder || lease.HeldUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.HeldUntil, now + duration), cancellationToken).ConfigureAwait(false);
        if (taken > 0 || await db.Set<Lease>().AnyAsync(lease => lease.Job == job, cancellationToken).ConfigureAwait(false))
            return taken > 0;
        db.Add(new Lease { Job = job, Holder = holder, HeldUntil = now + duration });
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            return false; // Another node was first.
        }
    }

    /// <summary>Gives a job back, so that another node, or this one after a restart, need not wait.</summary>
    public async Task Return(string job, string holder, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<Lease>().Where(lease => lease.Job == job && lease.Holder == holder).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Table of the leases.</summary>
public sealed class LeaseModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<Lease>(lease =>
    {
        lease.HasKey(one => one.Job);
        lease.Property(one => one.Job).HasMaxLength(50);
        lease.Property(one => one.Holder).HasMaxLength(100);
    });
}
