using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Server.Data;

/// <summary>The park's records in SQLite; the type carries its migrations.</summary>
public sealed class SqliteParkDb(DbContextOptions<SqliteParkDb> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets);

/// <summary>The park's records in PostgreSQL; the type carries its migrations.</summary>
public sealed class PostgresParkDb(DbContextOptions<PostgresParkDb> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets);

/// <summary>Gives rooms the provider's context as <see cref="ParkDb"/>.</summary>
internal sealed class ParkDbFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ParkDb>
    where TContext : ParkDb
{
    public ParkDb CreateDbContext() => inner.CreateDbContext();
}
