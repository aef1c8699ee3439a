using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

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
            services.AddDbContextFactory<PostgresParkDb>((provider, options) => options.UseNpgsql(database.Postgres).AddInterceptors(provider.GetRequiredService<AuditInterceptor>()));
            services.AddSingleton<IDbContextFactory<ParkDb>, ParkDbFactory<PostgresParkDb>>();
            return services;
        }

        services.AddDbContextFactory<SqliteParkDb>((provider, options) =>
            options.UseSqlite($"Data Source={database.PathOf("ecopark.db")}").AddInterceptors(provider.GetRequiredService<AuditInterceptor>()));
        services.AddSingleton<IDbContextFactory<ParkDb>, ParkDbFactory<SqliteParkDb>>();
        return services;
    }

    /// <summary>Brings the schema up to date. EF takes a lock, so that several nodes may start at once.</summary>
    public static async Task MigrateParkDb(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
