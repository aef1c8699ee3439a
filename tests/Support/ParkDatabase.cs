using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Support;

/// <summary>The park's database with some of its tables, new and empty, on either provider.</summary>
public sealed class ParkDatabase : IDbContextFactory<ParkDb>
{
    private readonly DbContextOptions<Db> _options;
    private readonly IReadOnlyList<IModelPart> _parts;

    private ParkDatabase(DbContextOptions<Db> options, IReadOnlyList<IModelPart> parts) => (_options, _parts) = (options, parts);

    public static async Task<ParkDatabase> New(Database database, params IModelPart[] parts)
    {
        var builder = new DbContextOptionsBuilder<Db>();
        if (database == Database.Sqlite)
            builder.UseSqlite($"Data Source={Path.Combine(Directory.CreateTempSubdirectory("ecopark-park-").FullName, "park.db")}");
        else
            builder.UseNpgsql(TestPostgres.NewDatabase());
        // Models differ from test to test, and EF would keep the first.
        var park = new ParkDatabase(builder.ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, NoCache>().Options, parts);
        await using var db = park.CreateDbContext();
        await db.Database.EnsureCreatedAsync();
        return park;
    }

    public ParkDb CreateDbContext() => new Db(_options, _parts, new SecretBox(new byte[32]));

    private sealed class Db(DbContextOptions<Db> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets)
    {
        internal IEnumerable<IModelPart> Parts { get; } = parts;
    }

    private sealed class NoCache : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((Db)context).Parts, designTime);
    }
}
