using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Server.Data;

/// <summary>Gives rooms the provider's context as <see cref="ParkDb"/>.</summary>
internal sealed class ParkDbFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ParkDb>
    where TContext : ParkDb
{
    public ParkDb CreateDbContext() => inner.CreateDbContext();
}
