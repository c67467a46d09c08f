<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>DateBox</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Choose a day (Alt+Down)</source>
        <translation>Choisir un jour (Alt+Bas)</translation>
    </message>
</context>
<context>
    <name>FieldLabel</name>
    <message>
        <source>{key} · right-click to remove it</source>
        <translation>{key} · clic droit pour le supprimer</translation>
    </message>
</context>
<context>
    <name>FrontMatterForm</name>
    <message>
        <source>Front matter</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>Type a field&apos;s name, then Enter</source>
        <translation>Tapez le nom d’un champ, puis Entrée</translation>
    </message>
    <message>
        <source>Remove the field “{key}”</source>
        <translation>Supprimer le champ «&#xa0;{key}&#xa0;»</translation>
    </message>
    <message>
        <source>Edit in the source</source>
        <translation>Modifier dans la source</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Open a folder of posts</source>
        <translation>Ouvrir un dossier d’articles</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
    <message>
        <source>About Blog Editor</source>
        <translation>À propos de Blog Editor</translation>
    </message>
</context>
<context>
    <name>OpenPosts</name>
    <message>
        <source>{name} was not written whole when the program last ended. What it held before is kept.</source>
        <translation>{name} n’a pas été écrit en entier avant le dernier arrêt du programme. Son contenu précédent est conservé.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le récupérer</translation>
    </message>
    <message>
        <source>Open a post</source>
        <translation>Ouvrir un article</translation>
    </message>
    <message>
        <source>Posts ({patterns})</source>
        <translation>Articles ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save the post as</source>
        <translation>Enregistrer l’article sous</translation>
    </message>
    <message>
        <source>Not saved: {name} is open in another tab. Close it there first.</source>
        <translation>Non enregistré&#xa0;: {name} est ouvert dans un autre onglet. Fermez d’abord cet onglet.</translation>
    </message>
    <message>
        <source>Saved, but the disk did not confirm that it is written.</source>
        <translation>Enregistré, mais le disque n’a pas confirmé l’écriture.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Use the file&apos;s text</source>
        <translation>Prendre le texte du fichier</translation>
    </message>
    <message>
        <source>Overwrite the file</source>
        <translation>Écraser le fichier</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>These changes are not saved yet:</source>
        <translation>Ces modifications ne sont pas encore enregistrées&#xa0;:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Open as Windows-1252</source>
        <translation>Ouvrir en Windows-1252</translation>
    </message>
</context>
<context>
    <name>PlainPreview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The rest is too long for this simple preview.</source>
        <translation>La suite est trop longue pour cet aperçu simplifié.</translation>
    </message>
</context>
<context>
    <name>PostChooser</name>
    <message>
        <source>Posts of {folder}</source>
        <translation>Articles de {folder}</translation>
    </message>
    <message>
        <source>Search titles and names</source>
        <translation>Chercher dans les titres et les noms</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>{shown} of {all} posts</source>
        <translation>Articles&#xa0;: {shown} sur {all}</translation>
    </message>
</context>
<context>
    <name>PostTabs</name>
    <message>
        <source>Open posts</source>
        <translation>Articles ouverts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PreviewColumn</name>
    <message>
        <source>To install it:</source>
        <translation>Pour l’installer&#xa0;:</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Site&apos;s generator</source>
        <translation>Générateur du site</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The program runs as root, so the preview runs without a sandbox.</source>
        <translation>Le programme est lancé en tant que root&#xa0;: l’aperçu fonctionne sans bac à sable.</translation>
    </message>
    <message>
        <source>Image not found: {}</source>
        <translation>Image introuvable&#xa0;: {}</translation>
    </message>
    <message>
        <source>Image on {}, not loaded in the preview</source>
        <translation>Image sur {}, non chargée dans l’aperçu</translation>
    </message>
    <message>
        <source>Embedded content, not loaded in the preview</source>
        <translation>Contenu intégré, non chargé dans l’aperçu</translation>
    </message>
    <message>
        <source>Content from {}, not loaded in the preview</source>
        <translation>Contenu de {}, non chargé dans l’aperçu</translation>
    </message>
    <message>
        <source>Script, not run in the preview</source>
        <translation>Script, non exécuté dans l’aperçu</translation>
    </message>
    <message>
        <source>Script from {}, not run in the preview</source>
        <translation>Script de {}, non exécuté dans l’aperçu</translation>
    </message>
    <message>
        <source>The preview could not show this text.</source>
        <translation>L’aperçu n’a pas pu afficher ce texte.</translation>
    </message>
    <message>
        <source>The web engine stops as soon as it starts.</source>
        <translation>Le moteur web s’arrête dès son démarrage.</translation>
    </message>
    <message>
        <source>The preview stopped twice. Something in this post may be too much for it.</source>
        <translation>L’aperçu s’est arrêté deux fois. Quelque chose dans cet article est peut-être trop lourd pour lui.</translation>
    </message>
    <message>
        <source>The preview stopped, and was started again.</source>
        <translation>L’aperçu s’est arrêté, puis a été relancé.</translation>
    </message>
    <message>
        <source>The preview is off: the test of its protection failed.</source>
        <translation>L’aperçu est désactivé&#xa0;: le test de sa protection a échoué.</translation>
    </message>
    <message>
        <source>The full preview cannot start, because {} is missing on this computer. A simple preview is shown in its place.</source>
        <translation>L’aperçu complet ne peut pas démarrer, car {} manque sur cet ordinateur. Un aperçu simplifié le remplace.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Your settings could not be kept: {reason}.</source>
        <translation>Vos réglages n’ont pas pu être conservés&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The language changes with the next window that opens.</source>
        <translation>La langue changera à l’ouverture de la prochaine fenêtre.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Regarder dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ReadOnlyBox</name>
    <message>
        <source>Edit in the source</source>
        <translation>Modifier dans la source</translation>
    </message>
</context>
<context>
    <name>SealedView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy &amp;link address</source>
        <translation>Copier l’adresse du &amp;lien</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>The post&apos;s text in Markdown</source>
        <translation>Le texte de l’article en Markdown</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>Temps de lecture</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Site&apos;s generator</source>
        <translation>Générateur du site</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Encoding and line ends</source>
        <translation>Encodage et fins de ligne</translation>
    </message>
    <message>
        <source>Saved or not</source>
        <translation>Enregistré ou non</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>0 mot</translation>
    </message>
    <message>
        <source>{number} words</source>
        <translation>{number}&#xa0;mots</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1&#xa0;mot</translation>
    </message>
    <message>
        <source>{number} min read</source>
        <translation>{number}&#xa0;min de lecture</translation>
    </message>
    <message>
        <source>Ln {line}, Col {column}</source>
        <translation>Lig.&#xa0;{line}, col.&#xa0;{column}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
</context>
<context>
    <name>TextCommands</name>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
</context>
<context>
    <name>_Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>_Browser</name>
    <message>
        <source>Image not shown: {}</source>
        <translation>Image non affichée&#xa0;: {}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Remove {word}</source>
        <translation>Retirer {word}</translation>
    </message>
</context>
<context>
    <name>_LinkBar</name>
    <message>
        <source>Address of the link</source>
        <translation>Adresse du lien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>_PausePanel</name>
    <message>
        <source>Show the preview again</source>
        <translation>Afficher de nouveau l’aperçu</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>An offline editor for blogs kept as files. It changes no byte that you did not.</source>
        <translation>Un éditeur hors ligne pour les blogs conservés sous forme de fichiers. Il ne change aucun octet que vous n’avez pas changé.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Logiciel libre sous licence MIT.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>F&amp;ront matter</source>
        <translation>&amp;En-tête</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Articles &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Remove a field</source>
        <translation>&amp;Supprimer un champ</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;New post</source>
        <translation>&amp;Nouvel article</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Go to &amp;post…</source>
        <translation>Aller à l’&amp;article…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nouvelle &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>Aller à la &amp;ligne…</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Gras</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Italique</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>In&amp;tertitre</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Lien</translation>
    </message>
    <message>
        <source>Bulleted li&amp;st</source>
        <translation>Liste à &amp;puces</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>Cit&amp;ation</translation>
    </message>
    <message>
        <source>&amp;Add a field</source>
        <translation>&amp;Ajouter un champ</translation>
    </message>
    <message>
        <source>Front &amp;matter in the source</source>
        <translation>&amp;En-tête dans la source</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>Aller au &amp;formulaire</translation>
    </message>
    <message>
        <source>Go to the &amp;source</source>
        <translation>Aller à la so&amp;urce</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formulaire</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Aperçu</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;About Blog Editor</source>
        <translation>À &amp;propos de Blog Editor</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Permalink</source>
        <translation>Permalien</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <source>The post&apos;s title</source>
        <translation>Le titre de l’article</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Ajouter une catégorie</translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation>Ajouter un mot-clé</translation>
    </message>
    <message>
        <source>{day} (from the file&apos;s name)</source>
        <translation>{day} (nom du fichier)</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Ligne&#xa0;{line}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Quoting it mends that.</source>
        <translation>Des guillemets y remédient.</translation>
    </message>
    <message>
        <source>Quote the title</source>
        <translation>Mettre le titre entre guillemets</translation>
    </message>
    <message>
        <source>Quote “{key}”</source>
        <translation>Mettre «&#xa0;{key}&#xa0;» entre guillemets</translation>
    </message>
    <message>
        <source>Mend the quotes</source>
        <translation>Corriger les guillemets</translation>
    </message>
    <message>
        <source>the title holds “{sign}”, which is not valid YAML without quotes.</source>
        <translation>le titre contient «&#xa0;{sign}&#xa0;», invalide en YAML sans guillemets.</translation>
    </message>
    <message>
        <source>“{key}” holds “{sign}”, which is not valid YAML without quotes.</source>
        <translation>«&#xa0;{key}&#xa0;» contient «&#xa0;{sign}&#xa0;», invalide en YAML sans guillemets.</translation>
    </message>
    <message>
        <source>“{key}” lacks the quotes that {form} wants around a text.</source>
        <translation>«&#xa0;{key}&#xa0;» n’a pas les guillemets que {form} exige autour d’un texte.</translation>
    </message>
    <message>
        <source>a comma is missing before this field.</source>
        <translation>il manque une virgule avant ce champ.</translation>
    </message>
    <message>
        <source>there is a comma after the last field.</source>
        <translation>il y a une virgule après le dernier champ.</translation>
    </message>
    <message>
        <source>this line does not start front matter; “---” alone on its line does.</source>
        <translation>cette ligne n’ouvre pas un en-tête&#x202f;; il faut «&#xa0;---&#xa0;» seul sur sa ligne.</translation>
    </message>
    <message>
        <source>the line “---” that starts the front matter is missing.</source>
        <translation>il manque la ligne «&#xa0;---&#xa0;» qui ouvre l’en-tête.</translation>
    </message>
    <message>
        <source>“{key}” goes on after the quote {sign} that ends it; double the inner quote.</source>
        <translation>«&#xa0;{key}&#xa0;» continue après le guillemet {sign} qui le termine&#x202f;; doublez le guillemet intérieur.</translation>
    </message>
    <message>
        <source>the quote {sign} of “{key}” is never closed.</source>
        <translation>le guillemet {sign} de «&#xa0;{key}&#xa0;» n’est jamais fermé.</translation>
    </message>
    <message>
        <source>the bracket {sign} of “{key}” is never closed.</source>
        <translation>le crochet ou l’accolade {sign} de «&#xa0;{key}&#xa0;» n’est jamais fermé.</translation>
    </message>
    <message>
        <source>there is a tab where YAML wants spaces.</source>
        <translation>il y a une tabulation là où YAML attend des espaces.</translation>
    </message>
    <message>
        <source>this line stands too far left or right.</source>
        <translation>cette ligne est trop à gauche ou trop à droite.</translation>
    </message>
    <message>
        <source>a space is missing after the colon.</source>
        <translation>il manque une espace après les deux-points.</translation>
    </message>
    <message>
        <source>“{key}” is a day or a time that does not exist.</source>
        <translation>«&#xa0;{key}&#xa0;» indique un jour ou une heure qui n’existe pas.</translation>
    </message>
    <message>
        <source>“{sign}” is a type that no generator reads.</source>
        <translation>«&#xa0;{sign}&#xa0;» est un type qu’aucun générateur ne lit.</translation>
    </message>
    <message>
        <source>this line is not a field: it has no “key:”.</source>
        <translation>cette ligne n’est pas un champ&#xa0;: il lui manque une clé suivie de deux-points.</translation>
    </message>
    <message>
        <source>“{key}” stands here a second time; this one counts.</source>
        <translation>«&#xa0;{key}&#xa0;» figure ici une seconde fois&#x202f;; c’est celle-ci qui compte.</translation>
    </message>
    <message>
        <source>this front matter has no fields.</source>
        <translation>cet en-tête ne contient aucun champ.</translation>
    </message>
    <message>
        <source>the line “---” that ends the front matter is missing.</source>
        <translation>il manque la ligne «&#xa0;---&#xa0;» qui ferme l’en-tête.</translation>
    </message>
    <message>
        <source>there is an empty line above the front matter.</source>
        <translation>il y a une ligne vide au-dessus de l’en-tête.</translation>
    </message>
    <message>
        <source>this front matter is too long to be shown here.</source>
        <translation>cet en-tête est trop long pour être affiché ici.</translation>
    </message>
    <message>
        <source>this front matter is nested too deep to be shown here.</source>
        <translation>cet en-tête est imbriqué trop profondément pour être affiché ici.</translation>
    </message>
    <message>
        <source>this front matter refers to itself too often to be shown here.</source>
        <translation>cet en-tête renvoie trop souvent à lui-même pour être affiché ici.</translation>
    </message>
    <message>
        <source>the number of “{key}” is too long.</source>
        <translation>le nombre de «&#xa0;{key}&#xa0;» est trop long.</translation>
    </message>
    <message>
        <source>{encoding} with BOM</source>
        <translation>{encoding} avec BOM</translation>
    </message>
    <message>
        <source>{name} is not all {encoding}: of its bytes, {number} stay as they are, being no characters.</source>
        <translation>{name} n’est pas entièrement en {encoding}&#xa0;: {number} de ses octets ne sont pas des caractères et restent tels quels.</translation>
    </message>
    <message>
        <source>there is a control character that {form} does not allow.</source>
        <translation>il y a un caractère de contrôle que {form} n’admet pas.</translation>
    </message>
    <message>
        <source>“{key}” is not valid {form}.</source>
        <translation>«&#xa0;{key}&#xa0;» n’est pas du {form} valide.</translation>
    </message>
    <message>
        <source>the front matter</source>
        <translation>l’en-tête</translation>
    </message>
    <message>
        <source>So Jekyll prints these lines on the page.</source>
        <translation>Jekyll affiche alors ces lignes dans la page.</translation>
    </message>
    <message>
        <source>So Jekyll drops this whole header, and publishes the post without its title, at today&apos;s address.</source>
        <translation>Jekyll ignore alors tout l’en-tête et publie l’article sans son titre, à l’adresse du jour.</translation>
    </message>
    <message>
        <source>So Hugo stops, and builds nothing of the site.</source>
        <translation>Hugo s’arrête alors et ne produit rien du site.</translation>
    </message>
    <message>
        <source>So generators refuse this whole header.</source>
        <translation>Les générateurs refusent alors tout l’en-tête.</translation>
    </message>
    <message>
        <source>This field can be changed in the source only.</source>
        <translation>Ce champ ne peut être modifié que dans la source.</translation>
    </message>
    <message>
        <source>The front matter is too broken to be changed here: please mend it in the source.</source>
        <translation>L’en-tête est trop abîmé pour être modifié ici&#xa0;: veuillez le corriger dans la source.</translation>
    </message>
    <message>
        <source>This value cannot be written in this place.</source>
        <translation>Cette valeur ne peut pas être écrite à cet endroit.</translation>
    </message>
    <message>
        <source>The text was left as it is: written there, this value would change something else.</source>
        <translation>Le texte est resté tel quel&#xa0;: écrite là, cette valeur changerait autre chose.</translation>
    </message>
    <message>
        <source>This field could not be changed; the text is as it was.</source>
        <translation>Ce champ n’a pas pu être modifié&#x202f;; le texte est resté tel quel.</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixtes</translation>
    </message>
    <message>
        <source>{name} is not a text, so it is not shown or changed.</source>
        <translation>{name} n’est pas un texte&#xa0;: il n’est ni affiché ni modifié.</translation>
    </message>
    <message>
        <source>{name} is written in UTF-32, which can be read here but not saved.</source>
        <translation>{name} est écrit en UTF-32, que l’on peut lire ici mais pas enregistrer.</translation>
    </message>
    <message>
        <source>{name} is write-protected. To keep changes, use “Save as”.</source>
        <translation>{name} est protégé en écriture. Pour garder des modifications, utilisez «&#xa0;Enregistrer sous&#xa0;».</translation>
    </message>
    <message>
        <source>{name} holds characters that could not be saved exactly, so it opens read-only.</source>
        <translation>{name} contient des caractères qui ne pourraient pas être enregistrés à l’identique&#xa0;: il s’ouvre en lecture seule.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a post.</source>
        <translation>{name} est un dossier, pas un article.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a post.</source>
        <translation>{name} est un périphérique ou un tube, pas un article.</translation>
    </message>
    <message>
        <source>{name} is larger than 64 MB, too large for a post.</source>
        <translation>{name} dépasse 64&#xa0;Mo, c’est trop pour un article.</translation>
    </message>
    <message>
        <source>{name} is not there. Was it moved or renamed?</source>
        <translation>{name} est introuvable. A-t-il été déplacé ou renommé&#x202f;?</translation>
    </message>
    <message>
        <source>The folder of {name} is not there.</source>
        <translation>Le dossier de {name} est introuvable.</translation>
    </message>
    <message>
        <source>You are not allowed to read {name}.</source>
        <translation>Vous n’avez pas le droit de lire {name}.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>{name} n’a pas pu être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Not saved: {name} is written in {encoding}, which has no “{character}” (U+{code}).</source>
        <translation>Non enregistré&#xa0;: {name} est écrit en {encoding}, où «&#xa0;{character}&#xa0;» (U+{code}) n’existe pas.</translation>
    </message>
    <message>
        <source>Not saved: {name}. Your text is kept. {reason}</source>
        <translation>Non enregistré&#xa0;: {name}. Votre texte est conservé. {reason}</translation>
    </message>
    <message>
        <source>Not saved: the folder of {name} is not there.</source>
        <translation>Non enregistré&#xa0;: le dossier de {name} est introuvable.</translation>
    </message>
    <message>
        <source>Not saved: {name} is a folder.</source>
        <translation>Non enregistré&#xa0;: {name} est un dossier.</translation>
    </message>
    <message>
        <source>Not saved: you are not allowed to write {name}.</source>
        <translation>Non enregistré&#xa0;: vous n’avez pas le droit d’écrire {name}.</translation>
    </message>
    <message>
        <source>Not saved: {name} is write-protected.</source>
        <translation>Non enregistré&#xa0;: {name} est protégé en écriture.</translation>
    </message>
    <message>
        <source>Not saved: the disk is full.</source>
        <translation>Non enregistré&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>Not saved: the name {name} is too long.</source>
        <translation>Non enregistré&#xa0;: le nom {name} est trop long.</translation>
    </message>
    <message>
        <source>Not saved: {name} can only be overwritten, and no safety copy of it could be made.</source>
        <translation>Non enregistré&#xa0;: {name} ne peut être qu’écrasé, et aucune copie de secours n’a pu en être faite.</translation>
    </message>
    <message>
        <source>Not saved: read again, {name} was not what had been written.</source>
        <translation>Non enregistré&#xa0;: à la relecture, {name} différait de ce qui venait d’être écrit.</translation>
    </message>
    <message>
        <source>{name} was written only in part. What it held before is in {copy}.</source>
        <translation>{name} n’a été écrit qu’en partie. Son contenu précédent est dans {copy}.</translation>
    </message>
    <message>
        <source>Not saved: {name}. {reason}.</source>
        <translation>Non enregistré&#xa0;: {name}. {reason}.</translation>
    </message>
    <message>
        <source>{size} kB more are needed.</source>
        <translation>Il manque {size}&#xa0;ko.</translation>
    </message>
    <message>
        <source>Your text is kept here.</source>
        <translation>Votre texte est conservé ici.</translation>
    </message>
    <message>
        <source>Not saved: another program has changed {name}. Your text is kept here.</source>
        <translation>Non enregistré&#xa0;: un autre programme a modifié {name}. Votre texte est conservé ici.</translation>
    </message>
    <message>
        <source>This text takes too long to draw. The preview shows the last state that could be; writing and saving go on.</source>
        <translation>Ce texte est trop long à mettre en page. L’aperçu montre le dernier état qui a pu l’être&#x202f;; vous pouvez continuer à écrire et à enregistrer.</translation>
    </message>
    <message>
        <source>This text cannot be drawn. The preview shows the last state that could be; writing and saving go on.</source>
        <translation>Ce texte ne peut pas être mis en page. L’aperçu montre le dernier état qui a pu l’être&#x202f;; vous pouvez continuer à écrire et à enregistrer.</translation>
    </message>
</context>
</TS>
