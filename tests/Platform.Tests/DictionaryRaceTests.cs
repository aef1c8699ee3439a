using EcoPark.Platform.Dictionaries;

namespace EcoPark.Platform.Tests;

/// <summary>A dictionary is one object for everybody; whoever asks at the same moment gets what is theirs.</summary>
public sealed class DictionaryRaceTests
{
    [Fact]
    public async Task Who_asks_at_the_same_moment_never_gets_anothers_list()
    {
        IReadOnlyList<DictionaryItem> one = [new("A", "甲企业的点位")], other = [new("B", "乙企业的点位")];
        var whose = new AsyncLocal<IReadOnlyList<DictionaryItem>>();
        var dictionary = new ParkDictionary("points", "点位", "", "", () => whose.Value!);

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), TestContext.Current.CancellationToken, (at, _) =>
        {
            var own = whose.Value = at % 2 == 0 ? one : other;
            for (var turn = 0; turn < 50_000; turn++)
            {
                dictionary.Items.ShouldBeSameAs(own);
                dictionary.Find(at % 2 == 0 ? "B" : "A").ShouldBeNull();
                dictionary.Find(own[0].Code).ShouldBe(own[0]);
            }

            return ValueTask.CompletedTask;
        });
    }
}
