using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Server.Data;

/// <summary>The park's database: provider by setting, migrations at start.</summary>
internal static class ParkDbRegistration
{
    public static IServiceCollection AddParkDb(this IServiceCollection services, DatabaseOptions database, string? masterKey, bool sealsWithSm4)
    {
        services.AddSingleton(database);
        services.AddSingleton(_ => SecretBox.Open(masterKey, database.PathOf("master.key"), sealsWithSm4));
        if (database.Provider == DatabaseProvider.Postgres)
        {
            services.AddDbContextFactory<PostgresParkDb>((provider, options) => options.ForPark(provider).UseNpgsql(database.Postgres, npgsql => npgsql
                .MigrationsAssembly("EcoPark.Server.Migrations.Postgres")
                // EF's own strategy wraps what the database said into InvalidOperationException; whether to try again is for the caller to say.
                .ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies))));
            services.AddSingleton<IDbContextFactory<ParkDb>, ParkDbFactory<PostgresParkDb>>();
            return services;
        }

        services.AddDbContextFactory<SqliteParkDb>((provider, options) => options.ForPark(provider)
            .UseSqlite($"Data Source={database.PathOfDatabase("ecopark.db")}", sqlite => sqlite.MigrationsAssembly("EcoPark.Server.Migrations.Sqlite")));
        services.AddSingleton<IDbContextFactory<ParkDb>, ParkDbFactory<SqliteParkDb>>();
        return services;
    }

    /// <summary>Brings the schema up to date. EF takes a lock, so that several nodes may start at once.</summary>
    /// <returns>What keeps the database from being used, in words; <see langword="null"/> when it is up to date.</returns>
    public static async Task<string?> MigrateParkDb(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        // Until the first release there is one migration, made anew with every change of the model (docs/decisions/0012).
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            return $"数据库是由尚未发布的另一版本建立的（{unknown[0]}），平台没有启动，数据未改动。开发库和演示库请删除数据文件夹或另建空库后重新启动。";
        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await EcoPark.Platform.Records.RecordSearch.Prepare(db, cancellationToken);
        return null;
    }

    /// <summary>Whether the migrations make what the program expects: what a developer who forgot <c>./migrate</c> is told by the tests.</summary>
    public static async Task<bool> HasModelDrift(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        return db.Database.HasPendingModelChanges();
    }

    /// <summary>The comparison of the whole model with its snapshot costs a third of a second of every start and is asked by a test instead.</summary>
    private static DbContextOptionsBuilder ForPark(this DbContextOptionsBuilder options, IServiceProvider provider) => options
        .AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<AuditWitness>())
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
