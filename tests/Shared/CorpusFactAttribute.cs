namespace Codecs;

/// <summary>A test that needs the corpus. It is not part of the repository: where it is absent, the test is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (!Directory.Exists(Repository.Corpus))
            Skip = "There is no folder ../shared/corpus beside the repository.";
    }
}
