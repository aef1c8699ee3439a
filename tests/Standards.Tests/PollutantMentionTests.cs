using EcoPark.Standards.Pollutants;

namespace EcoPark.Standards.Tests;

/// <summary>Substances that texts name, and those of which a name only is a part.</summary>
public sealed class PollutantMentionTests
{
    [Theory]
    [InlineData("主要原料为甲苯、甲醛，年用 200 吨；溶剂二氯甲烷。", "甲苯 甲醛 二氯甲烷")]
    [InlineData("苯、汞及其化合物，苯；含汞", "苯 汞及其化合物 汞")]
    [InlineData("聚苯乙烯颗粒、聚氯乙烯树脂、对甲苯磺酸、甲苯胺红、氯化苯汞盐", "")]
    [InlineData("废气中含苯和甲苯等", "苯 甲苯")]
    [InlineData("苯酚钠水溶液；苯酚", "苯酚")]
    [InlineData("4-硝基-甲苯", "")]
    [InlineData("甲苯二异氰酸酯、甲醛次硫酸氢钠、硝基苯甲酸、氯苯甲酸、酚醛树脂", "甲苯二异氰酸酯")]
    [InlineData("甲苯 甲醛 苯酚", "甲苯 甲醛 苯酚")]
    [InlineData("化学需氧量、氨氮、颗粒物、二氧化硫", "")]
    [InlineData("三氯乙烯（清洗剂），四氯乙烯", "三氯乙烯 四氯乙烯")]
    [InlineData("- 甲苯\n- 甲醛", "甲苯 甲醛")]
    [InlineData("", "")]
    public void A_text_names_what_stands_by_itself(string text, string names) => PollutantMentions.In(text).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
