using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The generated migrations make what the program expects (docs/decisions/0012).</summary>
public sealed class MigrationTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nobody_forgot_to_run_migrate(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-model-").FullName;
        var (exitCode, output, _) = await ServerCommand.Run(
            folder, database == Database.Postgres ? TestPostgres.NewDatabase() : null, new Dictionary<string, string> { ["EcoPark__MasterKey"] = new('7', 64) }, "--check-model");
        exitCode.ShouldBe(0, "The model has changed since ./migrate was run. " + output);
        Directory.Delete(folder, recursive: true);
    }
}
