using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Sample;

/// <summary>What <c>./migrate</c> would do for a module of the product: brings the schema from the migrations' model to this host's.</summary>
internal static class SampleTables
{
    public static async Task Create(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        var known = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot is IMutableModel mutable ? mutable.FinalizeModel() : snapshot, designTime: true, validationLogger: null);
        var wanted = db.GetService<IDesignTimeModel>().Model;
        var steps = db.GetService<IMigrationsModelDiffer>().GetDifferences(known.GetRelationalModel(), wanted.GetRelationalModel());
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(steps, wanted);
        await db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, db.GetService<IRelationalConnection>(), cancellationToken);
    }
}
