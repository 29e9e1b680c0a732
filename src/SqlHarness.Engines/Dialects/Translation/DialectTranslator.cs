using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Linq.Translation;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>What linq2db translates in standard SQL: aggregates, windows, arithmetic. Times and texts are portable functions, or refused.</summary>
sealed class DialectTranslator : ProviderMemberTranslatorDefault
{
    protected override IMemberTranslator CreateDateMemberTranslator() => new NoDates();

    sealed class NoDates : DateFunctionsTranslatorBase;
}
